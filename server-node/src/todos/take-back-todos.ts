import type { Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { refuseUnfit, touchesOf } from './change-todos.ts';
import { takenBack } from './request-rules.ts';
import { selectTodos } from './select-todos.ts';

/** Into the list of whoever sent it, with a new number there. */
export function makeTakeBackTodos(deps: ActDeps): Acts['takeBack'] {
  const changeList = makeChangeList(deps);
  return (request, which, zone, version) =>
    changeList(
      request,
      'take_back',
      async (reader, { id: listId, nextNumber }) => {
        const todos = await selectTodos(reader, listId, which);
        return {
          todos,
          apply: (at) => {
            refuseUnfit(todos, listId, { which, version, rights: ['take_back'] });
            return todos.map((todo, index) =>
              takenBack(todo, { listId, number: nextNumber + index, zone }, at),
            );
          },
        };
      },
      touchesOf(which),
    );
}
