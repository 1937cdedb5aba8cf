import type { RequestHandler } from 'express';
import type { Identify } from '../../callers/ports.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Logger } from '../../shared/logger.ts';
import { SECOND_MS, type Clock } from '../../shared/time.ts';
import type { ListId } from '../../todos/list.ts';
import { addressedTo, nobodyBut, type Announced } from '../../todos/whom-it-concerns.ts';
import { callerOf, leaveEarly } from '../request-state.ts';
import { fetchFrame, readChangeFrame, type FrameFor } from './change-frame.ts';
import { makeEventStream } from './event-stream.ts';
import { makeTell } from './make-tell.ts';
import { beginStream, identityOf, listsOf } from './open-stream.ts';
import { dueIn, NEXT_CHECK_MS } from './proof.ts';
import type { ChangeReader } from './shown-change.ts';
import { makeSubscribers, type Subscriber, type Subscribers } from './subscribers.ts';
import { watchStreams } from './watch-streams.ts';

export interface EventHubDeps {
  reader: ChangeReader;
  identify: Identify;
  now: Clock;
  /** 0 to 1; default: by chance. */
  random?: () => number;
  logger: Logger;
}

/** Tells browsers over server-sent events. */
export interface EventHub {
  /** `GET /events`, for a caller who is already identified. */
  handler: RequestHandler;
  changed(change: Announced): void;
  programRan(listId: ListId): void;
  streamsOpen(): number;
  /** Ends all streams and takes no new ones. */
  stop(): void;
}

/** Tabs and devices of one person. */
const MAX_STREAMS_PER_PERSON = 20;

export function makeEventHub(deps: EventHubDeps): EventHub {
  const subscribers = makeSubscribers();
  const random = deps.random ?? Math.random;
  const unwatch = watchStreams(subscribers, { ...deps, random });
  const tell = makeTell(subscribers, { ...deps, random });
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
      const leave = subscribers.add({
        stream,
        lists,
        identity: identityOf(req),
        caller,
        identifiedAt,
        checkAt: identifiedAt + dueIn(NEXT_CHECK_MS, random),
        isBeingChecked: false,
        hasMissed: false,
      });
      res.once('close', leave);
      beginStream(res, lists);
      leaveEarly(res);
    },
    changed(change) {
      for (const addressed of addressedTo(change)) {
        const read = () => readChangeFrame(deps.reader, addressed, change.changeId);
        tell(addressed, readOnce(read));
      }
    },
    programRan(listId) {
      const frame = fetchFrame(listId);
      for (const addressed of addressedTo(nobodyBut({ id: listId }))) tell(addressed, async () => frame);
    },
    streamsOpen: () => subscribers.all().size,
    stop() {
      stopping = true;
      unwatch();
      for (const { stream } of subscribers.all()) stream.bye();
    },
  };
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
