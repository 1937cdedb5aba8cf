import { LRUCache } from 'lru-cache';
import type { ListId } from '../../todos/list.ts';
import type { Change } from '../../todos/ports.ts';
import type { ChangeId } from '../../todos/todo.ts';
import type { ShownChange } from '../views/change-view.ts';

/** Of all changes together, in UTF-16 units of texts and notes. */
const MOST_LENGTH = 2_000_000;
/** For a to-do's other fields, and for the list's. */
const OVERHEAD_LENGTH = 500;

export interface ChangesMadeHere {
  /** Takes in a change before it is committed: it may be announced before its commit is known here. */
  note(change: Change): void;
  /** The list's part of a change; undefined when another process made it, or when it was long ago. */
  of(listId: ListId, id: ChangeId): ShownChange | undefined;
}

/** Remembers what this process changed lately, so that telling of it needs no reading. */
export function makeChangesMadeHere(mostLength = MOST_LENGTH): ChangesMadeHere {
  const changes = new LRUCache<ChangeId, ShownChange>({
    maxSize: mostLength,
    sizeCalculation: ({ todos }) =>
      todos.reduce(
        (sum, { text, notes }) => sum + text.length + notes.length + OVERHEAD_LENGTH,
        OVERHEAD_LENGTH,
      ),
  });
  return {
    note({ id, actorId, list, todos, unchanged, concerns }) {
      // Of a list besides the one that was locked, nobody here knows the revision.
      if (concerns.lists.some((listId) => listId !== list.id)) return;
      const same = new Set(unchanged);
      changes.set(id, { id, actorId, list, todos: todos.filter((todo) => !same.has(todo.id)) });
    },
    of(listId, id) {
      const change = changes.get(id);
      return change?.list.id === listId ? change : undefined;
    },
  };
}
