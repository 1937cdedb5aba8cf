import React, { useState } from 'react';
import { FormattedMessage } from 'react-intl';
import { useSelector } from 'react-redux';
import { Client4 } from '../connect/client.ts';
import { usePage } from '../page-context.ts';
import type { PageState } from '../store/state.ts';
import { DialogField, type DialogElement } from './dialog-field.tsx';

interface OpenedDialog {
  trigger_id: string;
  url: string;
  dialog: {
    callback_id: string;
    title: string;
    introduction_text?: string;
    elements: DialogElement[] | null;
    submit_label: string;
    state: string;
  };
}

/** The dialog that a plugin has opened last, until it is closed. */
export function Dialog() {
  const opened = useSelector(
    (state: PageState) => state.entities.integrations.dialog as unknown as OpenedDialog | undefined,
  );
  const { store } = usePage();
  if (opened?.trigger_id === undefined) return null;
  const close = () => void store.dispatch({ type: 'RECEIVED_DIALOG', data: '' });
  return <DialogBox key={opened.trigger_id} opened={opened} close={close} />;
}

function DialogBox({ opened, close }: { opened: OpenedDialog; close: () => void }) {
  const { title, introduction_text: about, elements, submit_label: label } = opened.dialog;
  const [values, setValues] = useState<Record<string, string>>(() => defaultsOf(elements ?? []));
  const [failed, setFailed] = useState<{ error?: string; errors?: Record<string, string> }>({});
  const place = usePlace();
  const submit = async (event: React.FormEvent) => {
    event.preventDefault();
    const answer = await handIn(opened, values, place);
    if (answer.error === undefined && answer.errors === undefined) close();
    else setFailed(answer);
  };
  return (
    <form className="modal-dialog" role="dialog" aria-label={title} onSubmit={(event) => void submit(event)}>
      <h1 className="modal-title">{title}</h1>
      {about !== undefined && about !== '' && <p>{about}</p>}
      {(elements ?? []).map((element) => (
        <DialogField
          key={element.name}
          element={element}
          value={values[element.name] ?? ''}
          error={failed.errors?.[element.name]}
          change={(value) => setValues({ ...values, [element.name]: value })}
        />
      ))}
      {failed.error !== undefined && <div className="has-error">{failed.error}</div>}
      <div className="modal-footer">
        <button type="button" className="btn btn-tertiary" onClick={close}>
          <FormattedMessage id="page.cancel" />
        </button>
        <button type="submit" className="btn btn-primary">
          {label}
        </button>
      </div>
    </form>
  );
}

const defaultsOf = (elements: readonly DialogElement[]) =>
  Object.fromEntries(elements.map(({ name, default: value }) => [name, value ?? '']));

interface Place {
  channel_id: string;
  team_id: string;
}

function usePlace(): Place {
  return useSelector(
    ({ entities: { channels, teams } }: PageState) => ({
      channel_id: channels.currentChannelId,
      team_id: teams.currentTeamId,
    }),
    (one, other) => one.channel_id === other.channel_id && one.team_id === other.team_id,
  );
}

async function handIn({ url, dialog }: OpenedDialog, submission: Record<string, string>, place: Place) {
  const { callback_id, state } = dialog;
  const submitted = { url, callback_id, state, submission, user_id: '', ...place, cancelled: false };
  try {
    const answer = await Client4.submitInteractiveDialog(submitted as never);
    return answer as { error?: string; errors?: Record<string, string> };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
