import { setImmediate as nextTurn } from 'node:timers/promises';
import { mayUse } from '../../callers/list-access.ts';
import type { Logger } from '../../shared/logger.ts';
import type { Clock } from '../../shared/time.ts';
import type { ListId } from '../../todos/list.ts';
import type { Addressed } from '../../todos/whom-it-concerns.ts';
import type { FrameFor } from './change-frame.ts';
import { dueIn, HURRIED_CHECK_MS, isProven } from './proof.ts';
import type { Subscriber, Subscribers } from './subscribers.ts';
import { isNo } from './watch-streams.ts';

export interface TellDeps {
  now: Clock;
  random: () => number;
  logger: Logger;
}

/** Streams told in one turn of the event loop; requests have theirs in between. */
const AT_A_TIME = 100;

/**
 * Tells all streams of a person, or all of a list. Whoever made the change waits for none of it. Rights are asked for again before each
 * event; a list that was closed to its reader falls silent.
 */
export function makeTell(subscribers: Subscribers, deps: TellDeps) {
  let telling: Promise<void> = Promise.resolve();
  const tellAll = async (addressed: Addressed, frameFor: FrameFor) => {
    const { listId } = addressed;
    let told = 0;
    for (const subscriber of [...subscribers.of(addressed)]) {
      if (told++ % AT_A_TIME === 0) await nextTurn();
      const isTaken = subscriber.stream.run(() => tellOne(subscriber, listId, frameFor, deps));
      if (!isTaken) miss(subscriber, deps);
    }
  };
  return (addressed: Addressed, frameFor: FrameFor): void => {
    telling = telling.then(() => tellAll(addressed, frameFor));
  };
}

async function tellOne(subscriber: Subscriber, listId: ListId, frameFor: FrameFor, deps: TellDeps) {
  if (!isProven(subscriber, deps.now())) return miss(subscriber, deps);
  try {
    if (!(await mayUse(subscriber.caller, ['see'], { listId }, 'pushed'))) return;
    const frame = await frameFor(subscriber.caller);
    if (frame !== undefined) subscriber.stream.write(frame);
  } catch (error) {
    if (isNo(error)) return subscriber.stream.bye();
    deps.logger.debug({ err: error }, 'A change could not be told; the browser will fetch it.');
    miss(subscriber, deps);
  }
}

/** As soon as it is known again who reads, the browser is made to fetch what it was not told. */
function miss(subscriber: Subscriber, { now, random }: TellDeps): void {
  if (subscriber.hasMissed) return;
  subscriber.hasMissed = true;
  subscriber.checkAt = Math.min(subscriber.checkAt, now() + dueIn(HURRIED_CHECK_MS, random));
}
