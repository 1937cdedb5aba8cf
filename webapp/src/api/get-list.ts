import type { ListQuery } from '@todo-node/server/contract/api';
import type { ListRef } from '@todo-node/server/contract/todo-view';
import type { Request } from './request.ts';
import { parseList, type ReadList } from './views.ts';

export interface ListAnswer {
  /** `null`: nothing has changed since the answer that had this etag. */
  list: ReadList | null;
  etag: string | undefined;
}

export const makeGetList =
  (request: Request) =>
  async (ref: ListRef, query: ListQuery, etag?: string): Promise<ListAnswer> => {
    const answer = await request(`/lists/${encodeURIComponent(ref)}?${queryText(query)}`, { etag });
    return { list: answer.notModified ? null : parseList(answer.body), etag: answer.etag };
  };

function queryText(query: ListQuery): string {
  const parts = Object.entries(query).filter(([, value]) => value !== undefined);
  return new URLSearchParams(parts.map(([key, value]) => [key, String(value)])).toString();
}
