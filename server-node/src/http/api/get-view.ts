import { seenBy } from '../../callers/list-access.ts';
import type { DueView } from '../../contract/api.ts';
import { todosThatFit } from '../../todos/too-long.ts';
import { daysAt, isIn, lastOf } from '../../todos/views.ts';
import type { HttpDeps } from '../http-deps.ts';
import { hiddenChannels } from '../views/source-visibility.ts';
import { todoView } from '../views/todo-view.ts';
import { dueView } from './answer-schemas.ts';
import { endpoint } from './endpoint.ts';
import { refuseWithProgram } from './refuse-with-program.ts';
import { noQuery, viewParams } from './schemas.ts';

const MOST_ROWS = 500;

export const makeGetView = (deps: HttpDeps) =>
  endpoint({
    method: 'get',
    path: '/views/{view}',
    summary: "What the caller has that is due: of the own list, and assigned to the caller in others' lists.",
    params: viewParams,
    query: noQuery,
    body: null,
    status: 200,
    answer: dueView,
    async handle({ caller, params: { view } }) {
      refuseWithProgram(deps);
      const { zone } = await deps.clockOf(caller.userId);
      const days = daysAt(deps.now(), zone);
      const until = Math.max(days.todayEndsAt, lastOf(view, days));
      const found = await deps.acts.due({ personId: caller.userId, until, limit: MOST_ROWS });
      const seen = await seenBy(caller, found, 'recent');
      const among = (name: DueView['view']) => seen.filter(isIn(name, days));
      const wanted = among(view);
      const todos = todosThatFit(wanted);
      const hidden = await hiddenChannels(caller, todos);
      const body: DueView = {
        ...{ view, zone, today: days.today, todayEndsAt: days.todayEndsAt, weekEndsAt: days.weekEndsAt },
        overdueCount: among('overdue').length,
        todayCount: among('today').length,
        todos: todos.map((todo) => todoView(todo, hidden, caller.userId)),
        isAll: found.length < MOST_ROWS && todos.length === wanted.length,
      };
      return { body };
    },
  });
