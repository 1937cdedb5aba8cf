import React, { useId, useRef, useState, type ClipboardEvent, type RefObject } from 'react';
import type { ListKey } from '@todo-node/server/contract/todo-view';
import { useApp, useModel } from '../../app/app-context.tsx';
import { useSaidText } from '../../app/use-said-text.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { focusComposer } from '../../host/focus-composer.ts';
import { sayWall } from '../../host/say-due.ts';
import { useZone } from '../../app/use-zone.ts';
import { useDueManner } from '../../host/use-due-manner.ts';
import { useSay } from '../../host/sidebar-texts.ts';
import { plainText } from '../../host/inline-markdown.ts';
import { refOfList } from '../../model/list-names.ts';
import { firstLineAsText, linesAsTexts } from '../../model/split-lines.ts';
import { addedRows, type Pending } from '../../model/state.ts';
import { GrowingField } from '../../ui/growing-field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { KeyCaps } from '../../ui/key-caps.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { ReadingChips } from '../../host/reading-chips.tsx';
import { LinesChoice } from './lines-choice.tsx';
import { useFit } from './use-fit.ts';

interface Props {
  listId: ListKey;
  label: string;
  fieldRef: RefObject<HTMLTextAreaElement>;
  /** The to-do is in the list now, under this key. */
  onAdded: (key: string) => void;
  /** Down, to the list. */
  onDown: () => void;
}

/** Under which the half-written text is kept. */
export const draftNameOf = (listId: ListKey): string => `add:${listId}`;

export function QuickAdd({ listId, label, fieldRef, onAdded, onDown }: Props) {
  const app = useApp();
  const say = useSay();
  const draftName = draftNameOf(listId);
  const [text, setText] = useState(() => app.drafts.read(draftName));
  const [isPasted, setPasted] = useState(false);
  const isProgram = useModel((state) => state.me?.program != null);
  const lines = linesAsTexts(text);
  const asks = isPasted && lines.length > 1;
  const readOnly = useReadOnly(listId);
  const { fits, unfit } = useFit(text, lines, isProgram, readOnly !== null);
  const wanted = isProgram ? { text: text.trim(), notes: '' } : firstLineAsText(text);
  const saidText = useSaidText(wanted.text, !isProgram && !asks, '', refOfList(listId));
  const zone = useZone();
  const manner = useDueManner(app.now(), zone);
  const shownUnfit = asks && fits.many ? null : (unfit ?? saidText.wrong);
  const errorId = useId();
  const choice = useRef<HTMLDivElement>(null);

  const write = (next: string) => {
    setText(next);
    if (next === '') setPasted(false);
    if (next.trim() === '') saidText.forget();
    app.drafts.write(draftName, next);
  };

  function finish(last: Pending | undefined, said: string): void {
    if (last !== undefined) app.actions.announceWhenTaken(last, said);
    if (last?.kind === 'add') onAdded(addedRows(last).at(-1)?.localId ?? last.localId);
    write('');
    fieldRef.current?.focus();
  }

  function addOne(): void {
    if (wanted.text === '' || !fits.one || saidText.wrong !== null) return;
    if (isProgram) {
      const added = app.actions.runProgram(listId, 'add', wanted.text, null);
      return finish(added, say('announce.added', { text: plainText(wanted.text) }));
    }
    const { text: kept, said, to } = saidText.kept;
    const read = said === undefined ? undefined : { said, zone, ...(to !== undefined && { to }) };
    const added = app.actions.add(listId, kept, null, wanted.notes, read);
    const due = said?.due ?? null;
    finish(
      added,
      due === null
        ? say('announce.added', { text: plainText(kept) })
        : say('announce.addedDated', { when: sayWall(due, manner, 'long') }),
    );
  }

  function keepAsText(): void {
    saidText.keepAsText();
    fieldRef.current?.focus();
  }

  function addMany(): void {
    const added = isProgram
      ? lines.map((line) => app.actions.runProgram(listId, 'add', line, null))
      : app.actions.addMany(listId, lines, (count) => say('paste.many', { count }));
    finish(added.at(-1), say('announce.addedMany', { count: lines.length }));
  }

  function onPaste(event: ClipboardEvent): void {
    const count = linesAsTexts(event.clipboardData.getData('text/plain')).length;
    if (count < 2) return;
    setPasted(true);
    app.actions.announce(say('paste.spoken', { count }));
  }

  const toChoice = () => choice.current?.querySelector<HTMLElement>('button:enabled')?.focus();

  const addButton = text.trim() !== '' && !asks && (
    <TextButton kind="primary" onClick={addOne} disabled={!fits.one || saidText.wrong !== null}>
      {say('add')}
    </TextButton>
  );
  // What is half written stays before the eyes of whoever wrote it.
  if (readOnly !== null && text === '') return null;
  return (
    <div className="todo-node-quick-add">
      <div className="todo-node-field-frame" onClick={() => fieldRef.current?.focus()}>
        <Icon name="plus" />
        <GrowingField
          fieldRef={fieldRef}
          value={text}
          onChange={write}
          onPaste={onPaste}
          onEnter={asks ? toChoice : addOne}
          onBackspace={(caret) => saidText.keepAsTextAt(caret - text.indexOf(wanted.text))}
          onEscape={focusComposer}
          onDown={onDown}
          label={label}
          placeholder={label}
          invalid={shownUnfit !== null}
          describedBy={shownUnfit === null ? undefined : errorId}
        />
        {text.trim() === '' && <KeyCaps keys={['N']} />}
        {saidText.shown === null && addButton}
        {saidText.shown !== null && (
          <ReadingChips reading={saidText.shown} manner={manner} onClick={keepAsText}>
            {addButton}
          </ReadingChips>
        )}
      </div>
      {asks && (
        <LinesChoice
          boxRef={choice}
          count={lines.length}
          fits={fits}
          onOne={addOne}
          onMany={addMany}
          onLeave={() => fieldRef.current?.focus()}
        />
      )}
      {shownUnfit !== null && (
        <div id={errorId} className="todo-node-error-line" role="alert">
          <Icon name="alert-circle-outline" />
          <span className="todo-node-error-text">{shownUnfit}</span>
          {shownUnfit === saidText.wrong && (
            <TextButton onClick={keepAsText}>{say('reading.keepAsText')}</TextButton>
          )}
        </div>
      )}
    </div>
  );
}
