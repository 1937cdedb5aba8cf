import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND_MS, type Clock } from './time.ts';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 2 * SECOND_MS;

export interface Patience {
  /** Nothing is tried again that would begin later than this; infinite: for as long as it takes. */
  patienceMs: number;
  now: Clock;
  /** Whether waiting may help. */
  mayPass: (error: unknown) => boolean;
  /** Ends the waiting: the try that begins next, at once, is the last one. */
  signal?: AbortSignal;
  /** Hears of each failure after which it is tried again. */
  onFailure?: (error: unknown) => void;
}

/** Runs again, with growing pauses, while it fails of what may pass. @throws what it failed of last */
export async function retry<T>(patience: Patience, run: () => Promise<T>): Promise<T> {
  const { patienceMs, now, mayPass, signal, onFailure } = patience;
  const giveUpAt = now() + patienceMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    const isLast = signal?.aborted === true;
    try {
      return await run();
    } catch (error) {
      if (!mayPass(error) || isLast || now() + pauseMs > giveUpAt) throw error;
      onFailure?.(error);
      await pause(pauseMs, signal);
    }
  }
}

/** Ends early, and well, when the signal comes. */
async function pause(pauseMs: number, signal: AbortSignal | undefined): Promise<void> {
  await sleep(pauseMs, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
}
