import { isDeepStrictEqual } from 'node:util';
import { UNSAID } from '../contract/todo-view.ts';
import type { EpochMs } from '../shared/time.ts';
import { FIELD_NAMES, type Fields } from './todo-columns.ts';
import type { Todo } from './todo.ts';

/** The same object when nothing would change; else the next version of it. */
export function withFields(todo: Todo, fields: Partial<Fields>, at: EpochMs): Todo {
  if (!FIELD_NAMES.some((name) => name in fields && !isDeepStrictEqual(fields[name], todo[name])))
    return todo;
  return { ...todo, ...fields, version: todo.version + 1, updatedAt: notBefore(todo, at) };
}

/** A clock that was set back must not make a to-do older than it was. */
export function notBefore(todo: Todo, at: EpochMs): EpochMs {
  return Math.max(todo.updatedAt, at);
}

/** Of a new to-do its place is no news: its line is in that list. Who has it is said at any rate. */
const PLACE = new Set<keyof Fields>(['listId', 'number']);

/** What is taken for said of a new to-do whose line does not say it. */
export const { assigneeId: _, ...UNSAID_OF_NEW } = UNSAID;

/** What differs, as a line of the history keeps it; of a new to-do what was said of it. */
export function difference(
  before: Todo | undefined,
  after: Todo,
): { before: Partial<Fields>; after: Partial<Fields> } {
  const differing = (known: Partial<Fields>) =>
    FIELD_NAMES.filter((name) => !isDeepStrictEqual(known[name], after[name]));
  if (before === undefined) {
    const said = differing(UNSAID_OF_NEW).filter((name) => !PLACE.has(name));
    return { before: {}, after: pick(after, said) };
  }
  const changed = differing(before);
  return { before: pick(before, changed), after: pick(after, changed) };
}

function pick(todo: Todo, names: readonly (keyof Fields)[]): Partial<Fields> {
  return Object.fromEntries(names.map((name) => [name, todo[name]]));
}
