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

/** What differs, as a line of the history keeps it; of a new to-do what was said of it. */
export function difference(
  before: Todo | undefined,
  after: Todo,
): { before: Partial<Fields>; after: Partial<Fields> } {
  const known: Partial<Fields> = before ?? UNSAID;
  const changed = FIELD_NAMES.filter((name) => !isDeepStrictEqual(known[name], after[name]));
  return { before: before === undefined ? {} : pick(before, changed), after: pick(after, changed) };
}

function pick(todo: Todo, names: readonly (keyof Fields)[]): Partial<Fields> {
  return Object.fromEntries(names.map((name) => [name, todo[name]]));
}
