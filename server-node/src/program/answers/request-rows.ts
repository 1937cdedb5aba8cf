import type { Names } from '../../callers/names-of.ts';
import type { UserId } from '../../shared/ids.ts';
import { isOfAnother } from '../../todos/list.ts';
import { MAX_REASON_LENGTH, type Todo } from '../../todos/todo.ts';
import { oneRow } from '../grammar/one-row.ts';
import type { Texts } from '../texts/texts.ts';
import { rowOf } from './rows.ts';
import { whenChips, type Seen } from './when-chips.ts';

/** A reason is shown whole to this length, in code points. */
const LONGEST_REASON = 200;

/** A to-do as a person may know it: one in the list of somebody else without its number there. */
export const asKnownTo = (personId: UserId, todo: Todo): Todo =>
  isOfAnother(todo.listId, personId) ? { ...todo, number: 0 } : todo;

export const nameIn = ({ people }: Texts, names: Names, id: UserId): string =>
  names.get(id) ?? people.somebody;

/** `**3** Review the plan · from @ann · Fri 17:00`, for whoever was asked. */
export function rowReceived(texts: Texts, todo: Todo, seen: Seen, names: Names): string {
  const from = texts.people.from(nameIn(texts, names, todo.creatorId));
  return joined([rowOf(todo), from, whenChips(texts, todo, seen)]);
}

/** `**3** Review the plan · from @ann · Fri 17:00 · no time`, for whoever declined it. */
export function rowDeclined(texts: Texts, todo: Todo, seen: Seen): string {
  const name = seen.names?.get(todo.creatorId);
  const from = name === undefined ? '' : texts.people.from(name);
  const reason = oneRow(todo.requestReason, MAX_REASON_LENGTH);
  return joined([rowOf(todo), from, whenChips(texts, todo, seen), reason]);
}

/** `**·** Review the plan · @bob: waiting · Fri 17:00`, for whoever asked. */
export function rowSent(texts: Texts, todo: Todo, seen: Seen, names: Names): string {
  const { creatorId, assigneeId } = todo;
  const name = nameIn(texts, names, assigneeId ?? creatorId);
  return joined([rowOf({ ...todo, number: 0 }), stateOf(texts, todo, name), whenChips(texts, todo, seen)]);
}

/** Whoever types the example answers one of those above it, and nothing else that happens to have its number. */
export const howToAnswer = ({ people }: Texts, todos: readonly Pick<Todo, 'number'>[]): string =>
  people.answerThem(todos[0]?.number ?? 1);

function stateOf({ people }: Texts, { state, request, requestReason }: Todo, name: string): string {
  const became = state === 'done' ? 'done' : (request ?? 'waiting');
  return people.became(name, people.states[became], oneRow(requestReason, LONGEST_REASON));
}

const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');
