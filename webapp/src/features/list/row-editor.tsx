import React, { useEffect, useRef, useState, type FocusEvent } from 'react';
import { useApp } from '../../app/app-context.tsx';
import { plainText } from '../../host/inline-markdown.ts';
import { useSay } from '../../host/texts.ts';
import type { Row } from '../../model/select-rows.ts';
import { GrowingField } from '../../ui/growing-field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { changeOf, useEditDraft } from './edit-draft.ts';
import { useEndEdit } from './edit-session.ts';
import { useRowActs } from './row-acts.ts';

/** Editing in place: Enter in the text, or leaving, saves; Escape does not. */
export function RowEditor({ row }: { row: Row }) {
  const app = useApp();
  const say = useSay();
  const acts = useRowActs();
  const endEdit = useEndEdit();
  const [version] = useState(row.todo.version);
  const { written, refusedId, isTextFit, isNotesFit, write, forget } = useEditDraft(row);
  const field = useRef<HTMLTextAreaElement>(null);
  const ended = useRef(false);
  const canSave = isTextFit && isNotesFit;

  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);

  function save(): void {
    if (refusedId !== null) app.actions.discard(refusedId);
    const wanted = changeOf(row.todo, written);
    if (wanted === null) return;
    app.actions.edit(row.todo, wanted, version);
    app.actions.announce(say('announce.edited', { text: plainText(wanted.text) }));
  }

  function end(saves: boolean, keepsFocus: boolean): void {
    if (ended.current || (saves && !canSave)) return;
    ended.current = true;
    forget();
    if (saves) save();
    endEdit(keepsFocus ? row.key : null);
  }

  /** The way to delete where there is no pointer to hover with. */
  function remove(): void {
    ended.current = true;
    forget();
    endEdit(null);
    acts.remove(row);
  }

  function onBlur(event: FocusEvent<HTMLDivElement>): void {
    const isInside = event.currentTarget.contains(event.relatedTarget);
    if (!isInside && document.hasFocus()) end(canSave, false);
  }

  const keys = { onEnter: () => end(true, true), onEscape: () => end(false, true) };
  return (
    <div className="todo-node-editor" onBlur={onBlur}>
      <div className="todo-node-field-frame">
        <GrowingField
          fieldRef={field}
          value={written.text}
          onChange={(next) => write('text', next)}
          label={say('editLabel')}
          invalid={!isTextFit}
          {...keys}
        />
      </div>
      <div className="todo-node-field-frame todo-node-notes-frame">
        <GrowingField
          isMultiline
          value={written.notes}
          onChange={(next) => write('notes', next)}
          label={say('notes')}
          placeholder={say('notes')}
          invalid={!isNotesFit}
          {...keys}
        />
      </div>
      {refusedId !== null && <div className="todo-node-meta">{say('nowReads', { text: row.todo.text })}</div>}
      <div className="todo-node-editor-buttons">
        <TextButton kind="primary" disabled={!canSave} onClick={() => end(true, true)}>
          {say('save')}
        </TextButton>
        <TextButton kind="tertiary" onClick={() => end(false, true)}>
          {say('cancel')}
        </TextButton>
        <IconButton icon="trash-can-outline" size={24} label={say('delete')} onClick={remove} />
      </div>
    </div>
  );
}
