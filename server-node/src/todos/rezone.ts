import type { UserId } from '../shared/ids.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { withFields } from './fields.ts';
import { NOBODY } from './nobody.ts';
import type { Rule } from './rule.ts';
import type { TellChange } from './telling-changes.ts';
import { holderOf } from './todo.ts';
import { dueFields } from './when.ts';

/** So many to-dos are read at once. */
const CHUNK = 200;

export type Rezone = (personId: UserId, zone: string) => Promise<void>;

/**
 * Reckons anew what a person has, open and due or with a reminder of its own, once their clock hangs in another zone: what is written on the wall
 * stays, and the moments move. No change of the person's, so that their undo goes past it.
 */
export function makeRezone(deps: ActDeps, tell?: TellChange): Rezone {
  const changeList = makeChangeList(deps);
  return async (personId, zone) => {
    for (;;) {
      const todos = await deps.store.dueElsewhere(personId, zone, CHUNK);
      for (const [listId, ofList] of Map.groupBy(todos, (todo) => todo.listId)) {
        const ids = ofList.map(({ id }) => id);
        const change = await changeList({ actorId: NOBODY, listId }, 'due', async (reader) => {
          const found = (await reader.findMany(ids)).filter((todo) => todo.listId === listId);
          return { todos: found, apply: (at) => found.map((todo) => rezoned(personId, zone)(todo, at)) };
        });
        if (change.unchanged.length < change.todos.length)
          tell?.({ changeId: change.id, ...change.concerns });
      }
      if (todos.length < CHUNK) return;
    }
  };
}

const rezoned =
  (personId: UserId, zone: string): Rule =>
  (todo, at) =>
    todo.state === 'open' && todo.dueZone !== null && holderOf(todo) === personId
      ? withFields(todo, { ...dueFields(todo.due, zone), dueZone: zone }, at)
      : todo;
