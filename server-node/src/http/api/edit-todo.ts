import type { z } from 'zod';
import type { Caller } from '../../callers/ports.ts';
import { AppError } from '../../shared/app-error.ts';
import type { ActRequest, Acts } from '../../todos/acts.ts';
import type { Change } from '../../todos/ports.ts';
import type { Todo, TodoId } from '../../todos/todo.ts';
import type { HttpDeps } from '../http-deps.ts';
import { changeViewFor } from '../views/change-view.ts';
import { hiddenChannels } from '../views/source-visibility.ts';
import { todoView } from '../views/todo-view.ts';
import { changeView } from './answer-schemas.ts';
import type { Right } from '../../todos/rights.ts';
import { endpoint } from './endpoint.ts';
import { openTodo } from './open-todo.ts';
import { refuseWithProgram } from './refuse-with-program.ts';
import { requestKeyOf } from './request-key.ts';
import { editTodoBody, idParams, noQuery } from './schemas.ts';

export const makeEditTodo = (deps: HttpDeps) =>
  endpoint({
    method: 'patch',
    path: '/todos/{id}',
    summary: 'Ticks or unticks a to-do, or changes its text and notes: one change at a time.',
    params: idParams,
    query: noQuery,
    body: editTodoBody,
    status: 200,
    answer: changeView,
    async handle({ caller, params, body }) {
      refuseWithProgram(deps);
      const { id, listId } = await openTodo(deps.acts, caller, [rightFor(body)], params.id as TodoId);
      const request = { actorId: caller.userId, listId, requestKey: requestKeyOf(caller, body.requestId) };
      const change = await showingConflict(caller, () => applyEdit(deps.acts, request, id, body));
      return { body: await changeViewFor(caller, change) };
    },
  });

const rightFor = ({ state }: Pick<z.output<typeof editTodoBody>, 'state'>): Right =>
  state === undefined ? 'edit' : state === 'done' ? 'done' : 'reopen';

function applyEdit(
  acts: Acts,
  request: ActRequest,
  id: TodoId,
  { state, text, notes, version }: z.output<typeof editTodoBody>,
): Promise<Change> {
  const which = { ids: [id] };
  if (state === 'done') return acts.complete(request, which, version);
  if (state === 'open') return acts.reopen(request, which, version);
  const fields = { ...(text === undefined ? {} : { text }), ...(notes === undefined ? {} : { notes }) };
  return acts.edit(request, which, fields, version);
}

/** A refused version comes with the to-do as it is, as far as the caller may see it. */
async function showingConflict(caller: Caller, work: () => Promise<Change>): Promise<Change> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.details['todo'] === undefined) throw error;
    const todo = error.details['todo'] as Todo;
    const view = todoView(todo, await hiddenChannels(caller, [todo]));
    throw new AppError(error.code, error.message, {
      cause: error,
      details: { ...error.details, todo: view },
    });
  }
}
