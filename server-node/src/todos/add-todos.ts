import { AppError } from '../shared/app-error.ts';
import type { Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { refusedAct } from './refused-act.ts';
import { newTodo } from './todo-rules.ts';
import type { Draft, TodoId } from './todo.ts';

export function makeAddTodos(deps: ActDeps): Acts['add'] {
  const changeList = makeChangeList(deps);
  return async (request, drafts) => {
    refuseNone(drafts);
    return changeList(request, 'add', async (_writer, { id: listId, nextNumber }) => ({
      todos: [],
      saysReminders: ({ number }) => drafts[number - nextNumber]?.reminders !== undefined,
      apply: (at) =>
        drafts.map((draft, index) => {
          const number = nextNumber + index;
          return newTodo(draft, {
            id: deps.newId() as TodoId,
            listId,
            number,
            creatorId: request.actorId,
            at,
            newId: deps.newId,
          });
        }),
    }));
  };
}

/** @throws {AppError} text_empty */
export function refuseNone(drafts: readonly Draft[]): void {
  if (drafts.length > 0) return;
  throw new AppError('text_empty', 'A to-do needs a text. Write what is to be done.', {
    details: refusedAct({ kind: 'text_empty' }),
  });
}
