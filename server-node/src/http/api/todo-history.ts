import type { HistoryView } from '../../contract/api.ts';
import type { TodoId } from '../../todos/todo.ts';
import { asManyAsFit } from '../../todos/too-long.ts';
import type { HttpDeps } from '../http-deps.ts';
import { historyView } from '../views/history-view.ts';
import { historyView as answer } from './answer-schemas.ts';
import { endpoint } from './endpoint.ts';
import { openTodo } from '../../callers/open-todo.ts';
import { refuseWithProgram } from './refuse-with-program.ts';
import { idParams, noQuery } from './schemas.ts';

export const makeTodoHistory = (deps: HttpDeps) =>
  endpoint({
    method: 'get',
    path: '/todos/{id}/history',
    summary: 'What happened to a to-do, newest first.',
    params: idParams,
    query: noQuery,
    body: null,
    status: 200,
    answer,
    async handle({ caller, params }) {
      refuseWithProgram(deps);
      const todo = await openTodo(deps.acts, caller, ['see'], params.id as TodoId);
      const lines = asManyAsFit(await deps.acts.history(todo.id), ({ before, after }) => [before, after]);
      const body: HistoryView[] = lines.map((line) => historyView(line, todo, caller.userId));
      return { body };
    },
  });
