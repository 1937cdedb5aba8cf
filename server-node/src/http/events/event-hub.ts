import type { RequestHandler } from 'express';
import type { Identify } from '../../callers/ports.ts';
import { PROGRAM_EVENT, type ProgramEvent } from '../../contract/api.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Logger } from '../../shared/logger.ts';
import { SECOND_MS, type Clock } from '../../shared/time.ts';
import type { ListId } from '../../todos/list.ts';
import type { ChangeId } from '../../todos/todo.ts';
import { callerOf, leaveEarly } from '../request-state.ts';
import { readChangeFrame, type ChangeReader, type FrameFor } from './change-frame.ts';
import { eventFrame } from './event-frame.ts';
import { makeEventStream } from './event-stream.ts';
import { beginStream, identityOf, listsOf, mayRead } from './open-stream.ts';
import { makeSubscribers, type Subscriber, type Subscribers } from './subscribers.ts';
import { watchStreams } from './watch-streams.ts';

export interface EventHubDeps {
  reader: ChangeReader;
  identify: Identify;
  now: Clock;
  logger: Logger;
}

/** Tells browsers over server-sent events. */
export interface EventHub {
  /** `GET /events`, for a caller who is already identified. */
  handler: RequestHandler;
  changed(change: { listId: ListId; changeId: ChangeId }): void;
  programRan(listId: ListId): void;
  /** Ends all streams and takes no new ones. */
  stop(): void;
}

/** Tabs and devices of one person. */
const MAX_STREAMS_PER_PERSON = 20;

export function makeEventHub(deps: EventHubDeps): EventHub {
  const subscribers = makeSubscribers();
  const unwatch = watchStreams(subscribers, deps);
  const tell = makeTell(subscribers);
  let stopping = false;
  return {
    async handler(req, res) {
      const caller = callerOf(res);
      const lists = await listsOf(caller, req.query);
      if (stopping) throw new AppError('stopping', 'The to-do backend is stopping. Connect again.');
      refuseTooMany(subscribers, caller.userId);
      // Gone while rights were asked for: its close is over and would never take it out again.
      if (req.socket.destroyed) return;
      const stream = makeEventStream(res, (error) =>
        deps.logger.warn({ err: error }, 'An event stream ended.'),
      );
      const identifiedAt = deps.now();
      const leave = subscribers.add({ stream, lists, identity: identityOf(req), caller, identifiedAt });
      res.once('close', leave);
      beginStream(res, lists);
      leaveEarly(res);
    },
    changed: ({ listId, changeId }) =>
      tell(
        listId,
        readOnce(() => readChangeFrame(deps.reader, listId, changeId)),
      ),
    programRan(listId) {
      const frame = eventFrame(PROGRAM_EVENT, JSON.stringify({ listId } satisfies ProgramEvent));
      tell(listId, () => Promise.resolve(frame));
    },
    stop() {
      stopping = true;
      unwatch();
      for (const { stream } of subscribers.all()) stream.bye();
    },
  };
}

/** Rights are asked for again before each event; a list that was closed to its reader falls silent. */
function makeTell(subscribers: Subscribers) {
  return (listId: ListId, frameFor: FrameFor): void => {
    for (const subscriber of subscribers.of(listId)) {
      subscriber.stream.run(() => tellOne(subscriber, listId, frameFor));
    }
  };
}

async function tellOne(subscriber: Subscriber, listId: ListId, frameFor: FrameFor): Promise<void> {
  if (!(await mayRead(subscriber.caller, listId))) return;
  subscriber.stream.write(await frameFor(subscriber.caller));
}

/** Nothing is read when nobody listens, and once however many do. */
function readOnce(read: () => Promise<FrameFor>): FrameFor {
  let reading: Promise<FrameFor> | undefined;
  return async (caller) => (await (reading ??= read()))(caller);
}

function refuseTooMany(subscribers: Subscribers, userId: Subscriber['caller']['userId']): void {
  if (subscribers.countOf(userId) < MAX_STREAMS_PER_PERSON) return;
  const message = `At most ${MAX_STREAMS_PER_PERSON} event streams of one person are kept open. Close a tab.`;
  throw new AppError('too_many_requests', message, { details: { retryAfterMs: 30 * SECOND_MS } });
}
