import type { EpochMs } from '../shared/time.ts';
import { FIELD_NAMES, type Fields } from './todo-columns.ts';
import type { Todo } from './todo.ts';

/** The same object when nothing would change; else the next version of it. */
export function withFields(todo: Todo, fields: Partial<Fields>, at: EpochMs): Todo {
  if (!FIELD_NAMES.some((name) => name in fields && fields[name] !== todo[name])) return todo;
  return { ...todo, ...fields, version: todo.version + 1, updatedAt: notBefore(todo, at) };
}

/** A clock that was set back must not make a to-do older than it was. */
export function notBefore(todo: Todo, at: EpochMs): EpochMs {
  return Math.max(todo.updatedAt, at);
}

/** What differs, as a line of the history keeps it. */
export function difference(
  before: Todo | undefined,
  after: Todo,
): { before: Partial<Fields>; after: Partial<Fields> } {
  const changed = FIELD_NAMES.filter((name) => before === undefined || before[name] !== after[name]);
  return { before: before === undefined ? {} : pick(before, changed), after: pick(after, changed) };
}

function pick(todo: Todo, names: readonly (keyof Fields)[]): Partial<Fields> {
  return Object.fromEntries(names.map((name) => [name, todo[name]]));
}
