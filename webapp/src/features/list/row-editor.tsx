import React, { useEffect, useRef, useState, type FocusEvent } from 'react';
import { useApp, useModel } from '../../app/app-context.tsx';
import { plainText } from '../../host/inline-markdown.ts';
import { useSay } from '../../host/texts.ts';
import { refusalOf } from '../../model/select-list.ts';
import type { Row } from '../../model/select-rows.ts';
import { GrowingField } from '../../ui/growing-field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextButton } from '../../ui/text-button.tsx';
import { useEndEdit } from './edit-session.ts';
import { useRowActs } from './row-acts.ts';

/** The text of a refused edit is taken up again; else the text as it stands. */
function draftOf(row: Row): { text: string; refusedId: string | null } {
  const refused = refusalOf(row);
  const isConflict = refused?.kind === 'edit' && refused.refusal?.code === 'version_conflict';
  return isConflict
    ? { text: refused.text, refusedId: refused.requestId }
    : { text: row.todo.text, refusedId: null };
}

/** Editing in place: Enter or leaving saves, Escape does not. */
export function RowEditor({ row }: { row: Row }) {
  const app = useApp();
  const say = useSay();
  const acts = useRowActs();
  const endEdit = useEndEdit();
  const draftName = `edit:${row.todo.id}`;
  const [start] = useState(() => draftOf(row));
  const [version] = useState(row.todo.version);
  const [text, setText] = useState(() => app.drafts.read(draftName) || start.text);
  const limit = useModel((state) => state.me?.limits.textLength ?? 4_000);
  const field = useRef<HTMLTextAreaElement>(null);
  const ended = useRef(false);
  const canSave = text.trim() !== '' && [...text.trim()].length <= limit;

  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);

  function end(save: boolean, keepsFocus: boolean): void {
    if (ended.current || (save && !canSave)) return;
    ended.current = true;
    app.drafts.write(draftName, '');
    const wanted = text.trim();
    if (save && start.refusedId !== null) app.actions.discard(start.refusedId);
    if (save && wanted !== row.todo.text) {
      app.actions.edit(row.todo, wanted, version);
      app.actions.announce(say('announce.edited', { text: plainText(wanted) }));
    }
    endEdit(keepsFocus ? row.key : null);
  }

  /** The way to delete where there is no pointer to hover with. */
  function remove(): void {
    ended.current = true;
    app.drafts.write(draftName, '');
    endEdit(null);
    acts.remove(row);
  }

  function onBlur(event: FocusEvent<HTMLDivElement>): void {
    const isInside = event.currentTarget.contains(event.relatedTarget);
    if (!isInside && document.hasFocus()) end(canSave, false);
  }

  return (
    <div className="todo-node-editor" onBlur={onBlur}>
      <div className="todo-node-field-frame">
        <GrowingField
          fieldRef={field}
          value={text}
          onChange={(next) => {
            setText(next);
            app.drafts.write(draftName, next);
          }}
          onEnter={() => end(true, true)}
          onEscape={() => end(false, true)}
          label={say('editLabel')}
          invalid={!canSave}
        />
      </div>
      {start.refusedId !== null && (
        <div className="todo-node-meta">{say('nowReads', { text: row.todo.text })}</div>
      )}
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
