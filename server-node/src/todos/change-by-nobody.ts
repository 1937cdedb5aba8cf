import type { Act } from '../contract/vocabulary.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { NOBODY } from './nobody.ts';
import type { Rule } from './rule.ts';
import type { TellChange } from './telling-changes.ts';
import type { Todo } from './todo.ts';

/** So many to-dos are read at once. */
const CHUNK = 200;

interface ByNobody {
  act: Act;
  /** Those that the rule still has to change, so that none comes again; at most `limit`. */
  find(limit: number): Promise<Todo[]>;
  rule: Rule;
}

/** Changes to-dos in whichever lists they are. No change of a person's, so that their undo goes past it. */
export function makeChangeByNobody(deps: ActDeps, tell?: TellChange) {
  const changeList = makeChangeList(deps);
  return async ({ act, find, rule }: ByNobody): Promise<void> => {
    for (;;) {
      const todos = await find(CHUNK);
      for (const [listId, ofList] of Map.groupBy(todos, (todo) => todo.listId)) {
        const ids = ofList.map(({ id }) => id);
        const change = await changeList({ actorId: NOBODY, listId }, act, async (reader) => {
          const found = (await reader.findMany(ids)).filter((todo) => todo.listId === listId);
          return { todos: found, apply: (at) => found.map((todo) => rule(todo, at)) };
        });
        if (change.unchanged.length < change.todos.length)
          tell?.({ changeId: change.id, ...change.concerns });
      }
      if (todos.length < CHUNK) return;
    }
  };
}
