import type { EditDraft } from '../../app/edit-drafts.ts';
import type { Row } from '../../model/select-rows.ts';

/** What became of a to-do while somebody was writing in it. */
export type Theirs = 'done' | 'reopened' | 'deleted' | 'gone' | 'changed';

const PARTS = ['text', 'notes'] as const;
type Part = (typeof PARTS)[number];

const isWritten = (draft: EditDraft, part: Part): boolean => draft[part].trim() !== draft.todo[part].trim();

/** Whether saving would change anything. */
export const isTouched = (draft: EditDraft): boolean =>
  draft.isRefused || PARTS.some((part) => isWritten(draft, part));

/** What nobody has written in follows the to-do: others may change the notes while one writes the text. */
export function followed(draft: EditDraft, { todo }: Pick<Row, 'todo'>): EditDraft {
  // The backend took the date out of a text that one has just added: nobody else did anything.
  if (draft.todo.version === 0 && todo.version === 1)
    return followed({ ...draft, todo: { ...draft.todo, text: todo.text, version: 1 } }, { todo });
  const parts = PARTS.filter((part) => !isWritten(draft, part));
  if (parts.every((part) => draft.todo[part] === todo[part])) return draft;
  const now = Object.fromEntries(parts.map((part) => [part, todo[part]]));
  return { ...draft, ...now, todo: { ...draft.todo, ...now } };
}

/** Whether the to-do reads neither as it did when the writing began nor as what was written. */
export function readsOtherwise(draft: EditDraft, { todo }: Row): boolean {
  return PARTS.some(
    (part) =>
      isWritten(draft, part) &&
      todo[part].trim() !== draft.todo[part].trim() &&
      todo[part].trim() !== draft[part].trim(),
  );
}

/** @returns null when the draft can be saved as it is */
export function theirsOf(draft: EditDraft, row: Row): Theirs | null {
  if (row.isGone === true) return 'gone';
  if (row.todo.state === 'deleted') return 'deleted';
  if (row.todo.state !== draft.todo.state) return row.todo.state === 'done' ? 'done' : 'reopened';
  return draft.isRefused || readsOtherwise(draft, row) ? 'changed' : null;
}
