import PQueue from 'p-queue';
import type { Identify } from '../../callers/ports.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Logger } from '../../shared/logger.ts';
import { SECOND_MS, type Clock } from '../../shared/time.ts';
import { HEARTBEAT_FRAME, readyFrame } from './event-frame.ts';
import { dueIn, HURRIED_CHECK_MS, NEXT_CHECK_MS } from './proof.ts';
import type { Subscriber, Subscribers } from './subscribers.ts';

const HEARTBEAT_MS = 20 * SECOND_MS;
const LOOK_MS = SECOND_MS;
/** Far fewer than may be asked about for people who wait. */
const CHECKS_AT_ONCE = 16;

export interface WatchDeps {
  identify: Identify;
  now: Clock;
  random: () => number;
  logger: Logger;
}

/** Keeps streams alive, and ends those whose person is signed out. Returns how to stop. */
export function watchStreams(subscribers: Subscribers, deps: WatchDeps): () => void {
  const checks = makeChecks(subscribers, deps);
  const timers = [setInterval(() => beat(subscribers), HEARTBEAT_MS), setInterval(checks.look, LOOK_MS)];
  for (const timer of timers) timer.unref();
  return () => {
    timers.forEach(clearInterval);
    checks.stop();
  };
}

export function beat(subscribers: Subscribers): void {
  for (const { stream } of subscribers.all()) stream.write(HEARTBEAT_FRAME);
}

/** Asks again who the readers are: of each stream at its own time, and of few at once. */
export function makeChecks(subscribers: Subscribers, deps: WatchDeps) {
  const queue = new PQueue({ concurrency: CHECKS_AT_ONCE });
  return {
    /** One round: begins the checks that are due. */
    look(): void {
      for (const subscriber of subscribers.all()) {
        if (subscriber.isBeingChecked || !isDue(subscriber, deps.now())) continue;
        subscriber.isBeingChecked = true;
        void queue
          .add(() => identifyAgain(subscriber, deps))
          .finally(() => void (subscriber.isBeingChecked = false));
      }
    },
    stop: () => queue.clear(),
    /** When all checks that began are over. */
    idle: () => queue.onIdle(),
  };
}

/** A check in the future means that the clock was put back. */
const isDue = ({ checkAt, identifiedAt }: Subscriber, now: number): boolean =>
  now >= checkAt || now < identifiedAt;

/** Only a no ends the stream: that nobody can be asked just now says nothing about the person. */
async function identifyAgain(subscriber: Subscriber, { identify, now, random, logger }: WatchDeps) {
  try {
    const caller = await identify(subscriber.identity);
    if (caller.userId !== subscriber.caller.userId) return subscriber.stream.bye();
    subscriber.caller = caller;
    subscriber.identifiedAt = now();
    subscriber.checkAt = now() + dueIn(NEXT_CHECK_MS, random);
    catchUp(subscriber);
  } catch (error) {
    if (isNo(error)) return subscriber.stream.bye();
    logger.debug({ err: error }, 'Who reads an event stream could not be asked; asking again soon.');
    subscriber.checkAt = now() + dueIn(HURRIED_CHECK_MS, random);
  }
}

/** With `ready` a browser fetches its lists: whatever it was not told of, it finds there. */
function catchUp(subscriber: Subscriber): void {
  if (!subscriber.hasMissed) return;
  subscriber.hasMissed = false;
  subscriber.stream.write(readyFrame(subscriber.lists));
}

/** Mattermost's word that this session may not read here, as opposed to no word. */
export const isNo = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'not_signed_in' || error.code === 'forbidden');
