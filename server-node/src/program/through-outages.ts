import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../shared/app-error.ts';
import { SECOND_MS, type Clock } from '../shared/time.ts';
import type { ProgramLists } from './ports.ts';

/** Below the 30 s that Mattermost waits. */
const PATIENCE_MS = 25 * SECOND_MS;
const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 2 * SECOND_MS;

export interface OutageDeps {
  programLists: ProgramLists | null;
  now: Clock;
}

/**
 * Runs again while the database is away: Mattermost tells of a message once. Only for the built-in program, whose
 * runs all happen or do not; an external one may have done its work before the store failed.
 */
export async function throughOutages<T>(
  { programLists, now }: OutageDeps,
  run: () => Promise<T>,
): Promise<T> {
  const giveUpAt = now() + PATIENCE_MS;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      return await run();
    } catch (error) {
      if (programLists !== null || !isOutage(error) || now() + pauseMs > giveUpAt) throw error;
      await sleep(pauseMs);
    }
  }
}

const isOutage = (error: unknown) => error instanceof AppError && error.code === 'store_unavailable';
