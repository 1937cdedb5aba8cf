import type { Caller } from '../../callers/ports.ts';
import type { ListId } from '../../todos/list.ts';
import type { PageQuery } from '../../todos/ports.ts';
import type { HttpDeps } from '../http-deps.ts';
import { listView, programListView } from '../views/list-view.ts';
import { hiddenChannels } from '../views/source-visibility.ts';
import { listView as answer } from './answer-schemas.ts';
import { endpoint, type Answered } from './endpoint.ts';
import { listEtag } from './list-etag.ts';
import { openList } from './open-list.ts';
import { listParams, listQuery } from './schemas.ts';

export const makeGetList = (deps: HttpDeps) =>
  endpoint({
    method: 'get',
    path: '/lists/{list}',
    summary: 'One page of a list: open to-dos in their order, or done ones, newest first.',
    params: listParams,
    query: listQuery,
    body: null,
    status: 200,
    answer,
    async handle({ caller, params, query }) {
      const listId = await openList(caller, ['see'], params.list);
      if (deps.programLists === null) return readOwn(deps, caller, listId, query);
      const { name } = deps.programLists;
      return { body: programListView(listId, { name, ...(await deps.programLists.list(listId)) }) };
    },
  });

/** The list's row is read first: a client may hold rows newer than its revision, never older ones. */
async function readOwn(
  { acts }: HttpDeps,
  caller: Caller,
  listId: ListId,
  query: PageQuery,
): Promise<Answered> {
  const list = await acts.list(listId);
  const page = await acts.page(listId, query);
  const hidden = await hiddenChannels(caller, page.todos);
  const done = page.todos.filter(({ state }) => state === 'done').map(({ id }) => id);
  const doneBy = await acts.completers(done);
  return { body: listView(list, page, hidden, doneBy), etag: listEtag(list.revision, query, hidden) };
}
