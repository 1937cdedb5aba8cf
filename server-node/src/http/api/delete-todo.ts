import type { TodoId } from '../../todos/todo.ts';
import type { HttpDeps } from '../http-deps.ts';
import { changeViewFor } from '../views/change-view.ts';
import { changeView } from './answer-schemas.ts';
import { endpoint } from './endpoint.ts';
import { openTodo } from '../../callers/open-todo.ts';
import { refuseWithProgram } from './refuse-with-program.ts';
import { idParams, noQuery } from './schemas.ts';

export const makeDeleteTodo = (deps: HttpDeps) =>
  endpoint({
    method: 'delete',
    path: '/todos/{id}',
    summary: 'Deletes a to-do. The change can be undone.',
    params: idParams,
    query: noQuery,
    body: null,
    status: 200,
    answer: changeView,
    async handle({ caller, params }) {
      refuseWithProgram(deps);
      const { id, listId } = await openTodo(deps.acts, caller, ['delete'], params.id as TodoId);
      const change = await deps.acts.remove({ actorId: caller.userId, listId }, { ids: [id] });
      return { body: await changeViewFor(caller, change) };
    },
  });
