import { setTimeout as sleep } from 'node:timers/promises';
import { SECOND_MS, type Clock } from './time.ts';

const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 2 * SECOND_MS;

export interface Patience {
  /** Nothing is tried again that would begin later than this. */
  patienceMs: number;
  now: Clock;
  /** Whether waiting may help. */
  mayPass: (error: unknown) => boolean;
}

/** Runs again, with growing pauses, while it fails of what may pass. @throws what it failed of last */
export async function retry<T>({ patienceMs, now, mayPass }: Patience, run: () => Promise<T>): Promise<T> {
  const giveUpAt = now() + patienceMs;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await run();
    } catch (error) {
      if (!mayPass(error) || now() + pauseMs > giveUpAt) throw error;
      await sleep(pauseMs);
    }
  }
}
