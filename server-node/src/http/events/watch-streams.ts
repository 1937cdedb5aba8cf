import type { Identify } from '../../callers/ports.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Logger } from '../../shared/logger.ts';
import { MINUTE_MS, SECOND_MS, type Clock } from '../../shared/time.ts';
import { HEARTBEAT_FRAME } from './event-frame.ts';
import type { Subscriber, Subscribers } from './subscribers.ts';

const HEARTBEAT_MS = 20 * SECOND_MS;
/** With the heartbeat between two looks, nobody goes unchecked for a minute. */
const IDENTIFIED_FOR_MS = 35 * SECOND_MS;
/** While Mattermost is away nobody can say who is signed out. */
const BELIEVED_FOR_MS = 2 * MINUTE_MS;

interface WatchDeps {
  identify: Identify;
  now: Clock;
  logger: Logger;
}

/** Keeps streams alive, and ends those whose person is signed out. Returns how to stop. */
export function watchStreams(subscribers: Subscribers, deps: WatchDeps): () => void {
  const timer = setInterval(() => beat(subscribers, deps), HEARTBEAT_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** One round, for all streams. */
export function beat(subscribers: Subscribers, deps: WatchDeps): void {
  for (const subscriber of subscribers.all()) {
    subscriber.stream.write(HEARTBEAT_FRAME);
    if (deps.now() - subscriber.identifiedAt > IDENTIFIED_FOR_MS) {
      subscriber.stream.run(() => identifyAgain(subscriber, deps));
    }
  }
}

/** A session that ended ends the stream; that Mattermost cannot be asked does so after a while. */
async function identifyAgain(subscriber: Subscriber, { identify, now }: WatchDeps): Promise<void> {
  try {
    const caller = await identify(subscriber.identity);
    if (caller.userId !== subscriber.caller.userId) return subscriber.stream.bye();
    subscriber.caller = caller;
    subscriber.identifiedAt = now();
  } catch (error) {
    const isFresh = now() - subscriber.identifiedAt < BELIEVED_FOR_MS;
    if (!isFresh || !(error instanceof AppError) || error.code !== 'mattermost_unavailable') throw error;
  }
}
