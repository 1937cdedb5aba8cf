import React, { useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Post } from '@mattermost/types/posts';
import { useApp, useModel } from '../../app/app-context.tsx';
import { useDateWords } from '../../app/use-date-words.ts';
import { useSaidText } from '../../app/use-said-text.ts';
import { useZone } from '../../app/use-zone.ts';
import { DateWordsField } from '../../host/date-words-field.tsx';
import { plainText } from '../../host/inline-markdown.ts';
import type { PersonChoice } from '../../host/person-field.tsx';
import { ReadingChips } from '../../host/reading-chips.tsx';
import { useSay } from '../../host/sidebar-texts.ts';
import { useDueManner } from '../../host/use-due-manner.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { GrowingField } from '../../ui/growing-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { Somebody } from './somebody.tsx';
import type { Added } from './toast.tsx';
import { useAdd } from './use-add.ts';
import { useListChoices } from './use-list-choices.ts';
import { useSending } from './use-sending.ts';
import { useWritten } from './use-written.ts';

interface Props {
  post: Post;
  /** Closed; with what was added, if something was. */
  onEnd: (added: Added | null) => void;
}

/** In the place of a list: somebody is asked. */
const SOMEBODYS = 'somebody';

/** Asks what of a message is to be done, in which list and when. Enter at once adds it to one's own. */
export function AddDialog({ post, onEnd }: Props) {
  const app = useApp();
  const say = useSay();
  const isProgram = useModel((state) => state.me?.program != null);
  const takesRequests = useModel((state) => state.me?.takesRequests === true);
  const { before, written, text, notes, unfit, write, tellMissing } = useWritten(post, isProgram);
  const lists = useListChoices(post.channel_id);
  const [listId, setListId] = useState(lists[0].listId);
  const list = lists.find((one) => one.listId === listId) ?? lists[0];
  const [person, setPerson] = useState<PersonChoice | null>(null);
  const asked = listId === SOMEBODYS ? person : null;
  const zone = useZone();
  const manner = useDueManner(app.now(), zone);
  const words = useDateWords(manner);
  const saidText = useSaidText(text, !isProgram && words.isEmpty, before);
  const queue = useAdd({ post, list, text, notes, words, saidText, zone, to: asked?.id ?? undefined });
  const field = useRef<HTMLTextAreaElement>(null);
  const personField = useRef<HTMLInputElement>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const added = useRef<Added | null>(null);
  const close = useCallback(() => dialog.current?.close(), []);
  const { isSent, refusal, send, dropRefused } = useSending(close);
  const errorId = useId();
  useEffect(() => focusEnd(field.current), []);

  async function add(): Promise<void> {
    if (text === '') tellMissing();
    if (listId === SOMEBODYS && asked === null) return personField.current?.focus();
    if (isSent || text === '' || unfit !== null || saidText.wrong !== null) return;
    const queued = await queue();
    if (queued === null) return;
    dropRefused();
    const said = asked === null ? undefined : say('assign.sent', { text: plainText(text), name: asked.name });
    added.current = { ...queued, list: list === lists[0] ? null : list.name, said };
    send(queued.requestId);
  }

  const enter = () => void add();
  const trouble = unfit ?? saidText.wrong ?? refusal;
  return (
    <Dialog
      title={say('addMine')}
      closeLabel={say('close')}
      dialogRef={dialog}
      onClosed={() => {
        dropRefused();
        onEnd(isSent ? added.current : null);
      }}
    >
      <div className="todo-node-dialog-body">
        <div className="todo-node-field-frame">
          <GrowingField
            fieldRef={field}
            value={written.text}
            onChange={(next) => write('text', next)}
            onEnter={enter}
            onEscape={close}
            onBackspace={(caret) => saidText.keepAsTextAt(caret - written.text.indexOf(text))}
            label={say('fromMessage.text')}
            placeholder={say('fromMessage.text')}
            invalid={trouble !== null}
            describedBy={trouble === null ? undefined : errorId}
          />
          {saidText.shown !== null && (
            <ReadingChips reading={saidText.shown} manner={manner} onClick={saidText.keepAsText} />
          )}
        </div>
        {!isProgram && (
          <>
            <div className="todo-node-field-frame">
              <GrowingField
                value={written.notes}
                onChange={(next) => write('notes', next)}
                onEnter={enter}
                onEscape={close}
                label={say('notes')}
                placeholder={say('notes')}
                isMultiline
              />
            </div>
            <div>
              <DateWordsField words={words} onEnter={enter} onEscape={close} takesFocus={false} />
            </div>
          </>
        )}
        <label className="todo-node-dialog-label">
          {say('fromMessage.list')}
          <select
            className="todo-node-input"
            value={listId === SOMEBODYS ? listId : list.listId}
            onChange={({ target }) => setListId(target.value)}
          >
            {lists.map((one) => (
              <option key={one.listId} value={one.listId}>
                {one.name}
              </option>
            ))}
            {takesRequests && <option value={SOMEBODYS}>{say('fromMessage.somebody')}</option>}
          </select>
        </label>
        {listId === SOMEBODYS && <Somebody chosen={person} fieldRef={personField} onChoose={setPerson} />}
        {trouble !== null && (
          <div id={errorId} className="todo-node-error-line" role="alert">
            <Icon name="alert-circle-outline" />
            <span className="todo-node-error-text">{trouble}</span>
            {trouble === saidText.wrong && (
              <TextButton onClick={saidText.keepAsText}>{say('reading.keepAsText')}</TextButton>
            )}
          </div>
        )}
      </div>
      <div className="todo-node-dialog-foot">
        <button type="button" className="btn btn-tertiary" onClick={close}>
          {say('cancel')}
        </button>
        <button type="button" className="btn btn-primary" onClick={enter} disabled={isSent}>
          {say(isSent ? 'saving' : 'add')}
        </button>
      </div>
    </Dialog>
  );
}

/** Whoever wants no other words presses Enter; whoever does goes on behind them. */
function focusEnd(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
}
