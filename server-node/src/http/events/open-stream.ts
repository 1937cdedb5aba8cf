import type { Request, Response } from 'express';
import { mayUse } from '../../callers/list-access.ts';
import type { Caller, RequestIdentity } from '../../callers/ports.ts';
import { channelList, personList, SHARED_LIST, type ListId } from '../../todos/list.ts';
import { eventsQuery } from '../api/events-query.ts';
import { parse } from '../parse.ts';
import { readyFrame } from './event-frame.ts';

/**
 * The person's own list, and those among the shared one and the channels asked for that the person may read.
 *
 * @throws {AppError} mattermost_unavailable, too_many_requests
 */
export async function listsOf(caller: Caller, query: unknown): Promise<ListId[]> {
  const { channels } = parse(eventsQuery, query, 'query');
  const wanted = [personList(caller.userId), SHARED_LIST, ...channels.map(channelList)];
  const open = await Promise.all(wanted.map((listId) => mayUse(caller, ['see'], { listId }, 'recent')));
  return wanted.filter((_listId, index) => open[index]);
}

/** nginx is told by the second one not to hold the stream back. */
export const STREAM_HEADERS = { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' };

/** Sends the head at once, so that the browser knows that it is connected. */
export function beginStream(res: Response, lists: readonly ListId[]): void {
  res.writeHead(200, STREAM_HEADERS);
  res.write(readyFrame(lists));
}

/** What is needed to ask again who is calling, and nothing else of the request. */
export function identityOf({ method, headers }: Request): RequestIdentity {
  const { cookie, authorization } = headers;
  return { method, headers: { cookie, authorization } };
}
