import type { Outbox } from '../replies/ports.ts';
import type { Logger } from '../shared/logger.ts';
import { DAY_MS, HOUR_MS, type Clock } from '../shared/time.ts';
import type { TodoStore } from '../todos/ports.ts';

export interface PruneDeps {
  store: Pick<TodoStore, 'pruneClaims' | 'pruneHistory'>;
  outbox: Pick<Outbox, 'prune'>;
  now: Clock;
  logger: Logger;
}

/** Much longer than anybody repeats a request or a webhook is delivered twice. */
export const KEEP_CLAIMS_MS = 7 * DAY_MS;
/** So that an operator can see what was sent, and what was given up and why. */
const KEEP_REPLIES_MS = 7 * DAY_MS;

/** The newest lines kept of one to-do: far more than anybody looks back, and yet nobody can fill the disk with changes. */
const KEEP_LINES = 100;

/** Once an hour, and at the start, forgets what nobody asks for any more. */
export function makePruning({ store, outbox, now, logger }: PruneDeps) {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  async function prune(): Promise<void> {
    try {
      await store.pruneClaims(now() - KEEP_CLAIMS_MS);
      await outbox.prune(now() - KEEP_REPLIES_MS);
      await store.pruneHistory(KEEP_LINES, stopping.signal);
    } catch (error) {
      logger.error(
        { err: error },
        'old request keys, replies and history could not be cleared away; next try in an hour',
      );
    }
  }

  function begin(): void {
    running = prune();
  }

  return {
    start(): void {
      begin();
      timer = setInterval(begin, HOUR_MS);
    },
    /** Resolves when a pruning under way is done. */
    async stop(): Promise<void> {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
