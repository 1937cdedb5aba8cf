import { useState } from 'react';
import type { TodoView } from '@todo-node/server/contract/todo-view';
import { useApp, useModel } from '../../app/app-context.tsx';
import { refusalOf } from '../../model/select-list.ts';
import type { Row } from '../../model/select-rows.ts';

/** What is being written in place of a to-do. */
interface Written {
  text: string;
  notes: string;
}

/** What a refused edit wanted is taken up again; else the to-do as it stands. */
function startOf(row: Row): Written & { refusedId: string | null } {
  const { text, notes } = row.todo;
  const refused = refusalOf(row);
  if (refused?.kind !== 'edit' || refused.refusal?.code !== 'version_conflict')
    return { text, notes, refusedId: null };
  return { text: refused.text, notes: refused.notes ?? notes, refusedId: refused.requestId };
}

const lengthOf = (text: string) => [...text.trim()].length;

/** Half-written text and notes of a row; they outlive the sidebar until saved or given up. */
export function useEditDraft(row: Row) {
  const app = useApp();
  const limits = useModel((state) => state.me?.limits);
  const [start] = useState(() => startOf(row));
  const nameOf = { text: `edit:${row.todo.id}`, notes: `edit:${row.todo.id}:notes` };
  const [written, setWritten] = useState<Written>(() => ({
    text: app.drafts.read(nameOf.text) || start.text,
    notes: app.drafts.read(nameOf.notes) || start.notes,
  }));
  const isTextFit = written.text.trim() !== '' && lengthOf(written.text) <= (limits?.textLength ?? 4_000);
  const isNotesFit = lengthOf(written.notes) <= (limits?.notesLength ?? 16_000);
  return {
    written,
    refusedId: start.refusedId,
    isTextFit,
    isNotesFit,
    write(part: keyof Written, next: string): void {
      setWritten((before) => ({ ...before, [part]: next }));
      app.drafts.write(nameOf[part], next);
    },
    forget(): void {
      app.drafts.write(nameOf.text, '');
      app.drafts.write(nameOf.notes, '');
    },
  };
}

/** What an edit has to change; `null` when nothing. */
export function changeOf(todo: TodoView, written: Written): { text: string; notes?: string } | null {
  const text = written.text.trim();
  const notes = written.notes.trim();
  if (notes !== todo.notes.trim()) return { text, notes };
  return text === todo.text ? null : { text };
}
