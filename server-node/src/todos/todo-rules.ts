import { UNSAID } from '../contract/todo-view.ts';
import type { UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { notBefore, withFields } from './fields.ts';
import { listOwner, type ListId } from './list.ts';
import { cleanNotes, cleanText } from './text.ts';
import type { Draft, Todo, TodoId } from './todo.ts';

/**
 * What one act makes of one to-do. Each gives the same object back when the to-do is so already.
 * The checks whether the act is allowed come before.
 */
export type Rule = (todo: Todo, at: EpochMs) => Todo;

export interface Birth {
  id: TodoId;
  listId: ListId;
  number: number;
  creatorId: UserId;
  at: EpochMs;
}

/** @throws {AppError} text_empty, text_too_long */
export function newTodo(draft: Draft, { id, listId, number, creatorId, at }: Birth): Todo {
  const owner = listOwner(listId);
  return {
    ...UNSAID,
    id,
    listId,
    number,
    text: cleanText(draft.text),
    notes: cleanNotes(draft.notes ?? ''),
    state: 'open',
    creatorId,
    assigneeId: owner.kind === 'person' ? owner.userId : null,
    order: number,
    version: 1,
    createdAt: at,
    updatedAt: at,
    source: draft.source ?? null,
  };
}

/** @throws {AppError} text_empty, text_too_long */
export function edited(fields: { text?: string; notes?: string }): Rule {
  const clean = {
    ...(fields.text !== undefined && { text: cleanText(fields.text) }),
    ...(fields.notes !== undefined && { notes: cleanNotes(fields.notes) }),
  };
  return (todo, at) => withFields(todo, clean, at);
}

export const completed: Rule = (todo, at) =>
  todo.state === 'done' ? todo : withFields(todo, { state: 'done', doneAt: notBefore(todo, at) }, at);

export const reopened: Rule = (todo, at) => withFields(todo, { state: 'open', doneAt: null }, at);

/** A deleted one keeps when it was done, so that undo puts it back as it was. */
export const removed: Rule = (todo, at) => withFields(todo, { state: 'deleted' }, at);
