import { seenBy } from '../../callers/list-access.ts';
import type { Caller } from '../../callers/ports.ts';
import type { TodosView } from '../../contract/api.ts';
import { DAY_MS } from '../../shared/time.ts';
import type { Todo } from '../../todos/todo.ts';
import { todosThatFit } from '../../todos/too-long.ts';
import type { HttpDeps } from '../http-deps.ts';
import { hiddenChannels } from '../views/source-visibility.ts';
import { todoView } from '../views/todo-view.ts';
import { todosView } from './answer-schemas.ts';
import { endpoint, type AnyEndpoint } from './endpoint.ts';
import { refuseWithProgram } from './refuse-with-program.ts';
import { noParams, noQuery } from './schemas.ts';

const MOST_ROWS = 500;
/** What was done longer ago is no news to whoever asked for it. */
const SENT_DONE_FOR_MS = 14 * DAY_MS;

export const makeGetRequests = (deps: HttpDeps) =>
  ofPeople(
    deps,
    '/requests',
    "What waits for the caller's answer, what was asked first coming first.",
    (id) => deps.acts.requests(id, MOST_ROWS),
  );

export const makeGetSent = (deps: HttpDeps) =>
  ofPeople(
    deps,
    '/sent',
    'What the caller asked of others, the last coming first: waiting, accepted, declined, or done within two weeks.',
    (personId) => deps.acts.sent({ personId, doneAfter: deps.now() - SENT_DONE_FOR_MS, limit: MOST_ROWS }),
  );

export const makeGetMine = (deps: HttpDeps) =>
  ofPeople(
    deps,
    '/mine',
    "What is open in the caller's own list, and assigned to the caller in channels, the oldest first.",
    (id) => deps.acts.mine(id, MOST_ROWS),
  );

/** To-dos of several lists, as far as the caller may see them now. */
function ofPeople(
  deps: HttpDeps,
  path: string,
  summary: string,
  find: (personId: Caller['userId']) => Promise<Todo[]>,
): AnyEndpoint {
  return endpoint({
    method: 'get',
    ...{ path, summary },
    params: noParams,
    query: noQuery,
    body: null,
    status: 200,
    answer: todosView,
    async handle({ caller }) {
      refuseWithProgram(deps);
      const found = await find(caller.userId);
      const seen = await seenBy(caller, found, 'recent');
      const shown = todosThatFit(seen);
      const hidden = await hiddenChannels(caller, shown);
      const todos = shown.map((todo) => todoView(todo, hidden, caller.userId));
      const isAll = found.length < MOST_ROWS && shown.length === seen.length;
      return { body: { todos, isAll } satisfies TodosView };
    },
  });
}
