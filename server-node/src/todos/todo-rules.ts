import { UNSAID } from '../contract/todo-view.ts';
import type { UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { Edited } from './acts.ts';
import { notBefore, withFields } from './fields.ts';
import type { NewId } from './new-id.ts';
import { listOwner, type ListId } from './list.ts';
import { reminderFields, type Asker } from './reminder-rules.ts';
import { scheduleFields } from './schedule-rules.ts';
import { NO_RULE, type Rule } from './rule.ts';
import { cleanNotes, cleanText } from './text.ts';
import type { Draft, Todo, TodoId } from './todo.ts';

export interface Birth {
  id: TodoId;
  listId: ListId;
  number: number;
  creatorId: UserId;
  at: EpochMs;
  newId: NewId;
}

/** @throws {AppError} text_empty, text_too_long */
export function newTodo(draft: Draft, { id, listId, number, creatorId, at, newId }: Birth): Todo {
  const owner = listOwner(listId);
  const todo: Todo = {
    ...UNSAID,
    id,
    listId,
    number,
    text: cleanText(draft.text),
    notes: cleanNotes(draft.notes ?? ''),
    state: 'open',
    creatorId,
    assigneeId: owner.kind === 'person' ? owner.userId : (draft.assigneeId ?? null),
    order: number,
    version: 1,
    createdAt: at,
    updatedAt: at,
    source: draft.source ?? null,
  };
  const timed = draft.when === undefined ? todo : { ...todo, ...scheduleFields(todo, draft.when, at) };
  const by = { actorId: creatorId, newId };
  return { ...timed, ...reminderFields(timed, draft.reminders ?? [], by, at) };
}

/** @throws {AppError} text_empty, text_too_long */
export function edited({ when, reminders, ...fields }: Edited, by: Asker): Rule {
  const clean = {
    ...(fields.text !== undefined && { text: cleanText(fields.text) }),
    ...(fields.notes !== undefined && { notes: cleanNotes(fields.notes) }),
  };
  return (todo, at) => {
    const times = when === undefined ? {} : scheduleFields(todo, when, at);
    const timed = { ...todo, ...times };
    const asked = reminders === undefined ? {} : reminderFields(timed, reminders, by, at);
    return withFields(todo, { ...clean, ...times, ...asked }, at);
  };
}

/**
 * The next one has the rule then, so that a ticked one which is opened again does not make another. Whoever ticks what
 * waits for their answer has accepted it.
 */
export const completed: Rule = (todo, at) => {
  if (todo.state === 'done') return todo;
  const answer = todo.state === 'waiting' ? ({ request: 'accepted' } as const) : {};
  return withFields(todo, { state: 'done', doneAt: notBefore(todo, at), ...NO_RULE, ...answer }, at);
};

export const reopened: Rule = (todo, at) => withFields(todo, { state: 'open', doneAt: null }, at);

/** A deleted one keeps when it was done, so that undo puts it back as it was. */
export const removed: Rule = (todo, at) => withFields(todo, { state: 'deleted' }, at);
