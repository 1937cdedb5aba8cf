import { LRUCache } from 'lru-cache';
import type { Change } from '../../todos/ports.ts';
import type { ChangeId } from '../../todos/todo.ts';
import type { MadeChange } from './shown-change.ts';

/** Of all changes together, in UTF-16 units of texts and notes. */
const MOST_LENGTH = 2_000_000;
/** For a to-do's other fields, and for the lists'. */
const OVERHEAD_LENGTH = 500;

export interface ChangesMadeHere {
  /** Takes in a change before it is committed: it may be announced before its commit is known here. */
  note(change: Change): void;
  /** Undefined when another process made it, or when it was long ago. */
  of(id: ChangeId): MadeChange | undefined;
}

/** Remembers what this process changed lately, so that telling of it needs no reading. */
export function makeChangesMadeHere(mostLength = MOST_LENGTH): ChangesMadeHere {
  const changes = new LRUCache<ChangeId, MadeChange>({
    maxSize: mostLength,
    sizeCalculation: ({ touched }) =>
      touched.reduce(
        (sum, { todo: { text, notes } }) => sum + text.length + notes.length + OVERHEAD_LENGTH,
        OVERHEAD_LENGTH,
      ),
  });
  return {
    note({ id, actorId, lists, todos, unchanged, before }) {
      const same = new Set(unchanged);
      const changed = todos.filter((todo) => !same.has(todo.id));
      const touched = changed.map((todo) => ({
        todo,
        was: before.get(todo.id) ?? {},
        wentTo: todo.listId,
      }));
      changes.set(id, { id, actorId, lists, touched });
    },
    of: (id) => changes.get(id),
  };
}
