import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../shared/app-error.ts';
import { SECOND_MS } from '../shared/time.ts';

const PAUSE_MS = 2 * SECOND_MS;

/**
 * Stores what somebody was promised, for as long as the database is away: nobody waits for it in the meantime, and
 * nobody would ask again.
 *
 * @param stopping ends the waiting
 */
export async function untilStored(store: () => Promise<unknown>, stopping: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await store();
      return;
    } catch (error) {
      if (!isOutage(error) || stopping.aborted) throw error;
      await sleep(PAUSE_MS, undefined, { signal: stopping }).catch(() => undefined);
    }
  }
}

const isOutage = (error: unknown) => error instanceof AppError && error.code === 'store_unavailable';
