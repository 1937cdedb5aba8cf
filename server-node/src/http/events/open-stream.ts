import type { Request, Response } from 'express';
import { checkListAccess } from '../../callers/list-access.ts';
import type { Caller, Freshness, RequestIdentity } from '../../callers/ports.ts';
import { AppError } from '../../shared/app-error.ts';
import { channelList, personList, SHARED_LIST, type ListId } from '../../todos/list.ts';
import { eventsQuery } from '../api/events-query.ts';
import { parse } from '../parse.ts';
import { readyFrame } from './event-frame.ts';

/** The person's own list, and those among the shared one and the channels asked for that the person may read. */
export async function listsOf(caller: Caller, query: unknown): Promise<ListId[]> {
  const { channels } = parse(eventsQuery, query, 'query');
  const wanted = [personList(caller.userId), SHARED_LIST, ...channels.map(channelList)];
  const open = await Promise.all(wanted.map((listId) => mayRead(caller, listId)));
  return wanted.filter((_listId, index) => open[index]);
}

/** @throws {AppError} mattermost_unavailable, too_many_requests */
export async function mayRead(
  caller: Caller,
  listId: ListId,
  freshness: Freshness = 'recent',
): Promise<boolean> {
  try {
    await checkListAccess(caller, listId, freshness);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'list_forbidden') return false;
    throw error;
  }
}

/** Sends the head at once, so that the browser knows that it is connected. */
export function beginStream(res: Response, lists: readonly ListId[]): void {
  res.writeHead(200, { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' });
  res.write(readyFrame(lists));
}

/** What is needed to ask again who is calling, and nothing else of the request. */
export function identityOf({ method, headers }: Request): RequestIdentity {
  const { cookie, authorization } = headers;
  return { method, headers: { cookie, authorization } };
}
