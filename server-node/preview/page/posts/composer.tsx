import React, { useRef, useState, type KeyboardEvent } from 'react';
import { useIntl } from 'react-intl';
import { usePage } from '../page-context.ts';
import { submit, type Outcome } from './submit.ts';
import { Suggestions, useSuggestions } from './suggestions.tsx';

interface ComposerProps {
  id: 'post_textbox' | 'reply_textbox';
  channelId: string;
  rootId: string;
  placeholder: string;
}

/** Enter sends, Shift+Enter begins a line. The draft stays until the server, or a plugin, has taken it. */
export function Composer({ id, channelId, rootId, placeholder }: ComposerProps) {
  const { store } = usePage();
  const intl = useIntl();
  const [draft, setDraft] = useState('');
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'sent' });
  const busy = useRef(false);
  const suggestions = useSuggestions(draft, channelId);

  const send = async () => {
    if (busy.current || draft.trim() === '') return;
    busy.current = true;
    const { currentTeamId } = store.getState().entities.teams;
    const args = { channel_id: channelId, team_id: currentTeamId, root_id: rootId };
    const result = await submit(store, draft, args, outcome.kind === 'unknown command');
    busy.current = false;
    setOutcome(result);
    if (result.kind === 'sent') setDraft('');
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Tab' && suggestions[0] !== undefined) {
      event.preventDefault();
      return setDraft(`/${suggestions[0].Complete} `);
    }
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    void send();
  };

  return (
    <div className="AdvancedTextEditor composer">
      <Suggestions all={suggestions} onPick={(one) => setDraft(`/${one.Complete} `)} />
      <div className="composer__box">
        <textarea
          id={id}
          className="form-control custom-textarea"
          rows={Math.min(8, draft.split('\n').length)}
          value={draft}
          placeholder={placeholder}
          aria-label={placeholder}
          onChange={(event) => {
            setDraft(event.target.value);
            setOutcome({ kind: 'sent' });
          }}
          onKeyDown={onKeyDown}
        />
        <button
          type="button"
          className="btn btn-icon btn-sm composer__send"
          data-testid="SendMessageButton"
          aria-label={intl.formatMessage({ id: 'page.send' })}
          disabled={draft.trim() === ''}
          onClick={() => void send()}
        >
          <i className="icon icon-send" />
        </button>
      </div>
      {outcome.kind !== 'sent' && (
        <div className="has-error composer__error" role="alert">
          <span className="control-label">{outcome.message}</span>{' '}
          {outcome.kind === 'unknown command' && intl.formatMessage({ id: 'page.send_as_message' })}
        </div>
      )}
    </div>
  );
}
