import type { OpenedList } from '../../callers/list-access.ts';
import type { Caller } from '../../callers/ports.ts';
import type { ChannelId } from '../../shared/ids.ts';
import type { ListId } from '../../todos/list.ts';
import type { PageQuery } from '../../todos/ports.ts';
import type { HttpDeps } from '../http-deps.ts';
import { listHead, programListView } from '../views/list-view.ts';
import { unreadableAmong } from '../views/source-visibility.ts';
import { listView as answer } from './answer-schemas.ts';
import { endpoint, type Answered } from './endpoint.ts';
import { makeKeptGzip } from './kept-gzip.ts';
import { listEtag } from './list-etag.ts';
import { openList } from './open-list.ts';
import { listParams, listQuery } from './schemas.ts';
import { makeWrittenPages, type ReadPage } from './written-pages.ts';

export function makeGetList(deps: HttpDeps) {
  const kept = { writtenPage: makeWrittenPages(), gzipped: makeKeptGzip() };
  return endpoint({
    method: 'get',
    path: '/lists/{list}',
    summary: 'One page of a list: open to-dos in their order, or done ones, newest first.',
    params: listParams,
    query: listQuery,
    body: null,
    status: 200,
    answer,
    async handle({ caller, params, query }) {
      const opened = await openList(caller, ['see'], params.list, 'read');
      if (deps.programLists === null) return readOwn(deps, kept, caller, opened, query);
      const { name } = deps.programLists;
      return { body: programListView(opened, { name, ...(await deps.programLists.list(opened.listId)) }) };
    },
  });
}

interface Kept {
  writtenPage: ReturnType<typeof makeWrittenPages>;
  gzipped: ReturnType<typeof makeKeptGzip>;
}

/**
 * The list's row is read first: a client may hold rows newer than its revision, never older ones, and a page that is
 * kept for this revision needs no other query.
 */
async function readOwn(
  { acts }: HttpDeps,
  { writtenPage, gzipped }: Kept,
  caller: Caller,
  opened: OpenedList,
  query: PageQuery,
): Promise<Answered> {
  const { listId, readOnly } = opened;
  const list = await acts.list(listId);
  const hiddenAmong = (channels: ReadonlySet<ChannelId>) => unreadableAmong(caller, channels);
  const { text, hidden } = await writtenPage(list, query, hiddenAmong, () => readPage(acts, listId, query));
  const head = JSON.stringify(listHead(list, readOnly));
  const json = joined(head, text);
  return {
    json,
    gzipped: () => gzipped(head, text, json),
    etag: listEtag(list.revision, query, hidden, readOnly),
  };
}

async function readPage(acts: HttpDeps['acts'], listId: ListId, query: PageQuery): Promise<ReadPage> {
  const page = await acts.page(listId, query);
  const done = page.todos.filter(({ state }) => state === 'done').map(({ id }) => id);
  return { page, doneBy: await acts.completers(done) };
}

/** One JSON object of two, neither of which is empty. */
const joined = (head: string, rest: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${head.slice(0, -1)},`), rest.subarray(1)]);
