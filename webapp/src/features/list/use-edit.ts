import { useState } from 'react';
import type { TodoView } from '@todo-node/server/contract/todo-view';
import { useApp, useModel } from '../../app/app-context.tsx';
import type { EditDraft } from '../../app/edit-drafts.ts';
import type { Row } from '../../model/select-rows.ts';
import { followed, isTouched } from './theirs.ts';

const lengthOf = (text: string) => [...text.trim()].length;

/**
 * What is written in place of a row.
 *
 * @param kept what was written before and neither saved nor given up
 * @param began the to-do as it was when the editor opened
 */
export function useEdit(row: Row, kept: EditDraft | undefined, began: TodoView) {
  const app = useApp();
  const limits = useModel((state) => state.me?.limits);
  const [written, setWritten] = useState<EditDraft>(
    () => kept ?? { key: row.key, todo: began, text: began.text, notes: began.notes, isRefused: false },
  );
  const draft = followed(written, row);
  const most = { text: limits?.textLength ?? 4_000, notes: limits?.notesLength ?? 16_000 };
  const lengths = { text: lengthOf(draft.text), notes: lengthOf(draft.notes) };
  return {
    draft,
    most,
    lengths,
    isTextFit: lengths.text > 0 && lengths.text <= most.text,
    isNotesFit: lengths.notes <= most.notes,
    write(part: 'text' | 'notes', next: string): void {
      // An added to-do may have got its name since the editor opened.
      const changed = { ...draft, [part]: next, todo: { ...draft.todo, id: row.todo.id } };
      setWritten(changed);
      if (isTouched(changed)) app.editDrafts.write(changed);
      else app.editDrafts.forget(changed.key);
    },
  };
}

/** What an edit has to change; `null` when nothing. */
export function changeOf(
  todo: TodoView,
  written: Pick<EditDraft, 'text' | 'notes'>,
): { text: string; notes?: string } | null {
  const text = written.text.trim();
  const notes = written.notes.trim();
  if (notes !== todo.notes.trim()) return { text, notes };
  return text === todo.text ? null : { text };
}
