import type { ChangeId } from '../../todos/todo.ts';
import type { HttpDeps } from '../http-deps.ts';
import { changeViewFor } from '../views/change-view.ts';
import { changeView } from './answer-schemas.ts';
import { endpoint } from './endpoint.ts';
import { openChange } from '../../callers/open-todo.ts';
import { undoChange } from '../../callers/undo-change.ts';
import { refuseWithProgram } from './refuse-with-program.ts';
import { idParams, noQuery } from './schemas.ts';

export const makeUndoChange = (deps: HttpDeps) =>
  endpoint({
    method: 'post',
    path: '/changes/{id}/undo',
    summary: "Takes back one of the caller's own changes.",
    params: idParams,
    query: noQuery,
    body: null,
    status: 200,
    answer: changeView,
    async handle({ caller, params }) {
      refuseWithProgram(deps);
      const id = params.id as ChangeId;
      const listId = await openChange(deps.acts, caller, id);
      const change = await undoChange(deps, { actorId: caller.userId, listId }, id);
      return { body: await changeViewFor(caller, change) };
    },
  });
