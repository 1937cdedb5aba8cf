import { READY_EVENT, type ReadyEvent } from '../../contract/api.ts';
import type { ListId } from '../../todos/list.ts';

/** @param data one line, as JSON is when nobody indents it */
export const eventFrame = (event: string, data: string): string => `event: ${event}\ndata: ${data}\n\n`;

/** A comment: keeps proxies and browsers from taking the stream for dead. */
export const HEARTBEAT_FRAME = ': \n\n';

/** The first frame; browsers fetch their lists when they get it, also when it comes again. */
export const readyFrame = (lists: readonly ListId[]): string =>
  eventFrame(READY_EVENT, JSON.stringify({ lists: [...lists] } satisfies ReadyEvent));
