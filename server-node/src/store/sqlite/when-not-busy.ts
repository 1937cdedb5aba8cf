import { setTimeout as sleep } from 'node:timers/promises';
import { sqliteCode } from './errors.ts';

const SQLITE_BUSY = 5;
const PAUSE_MS = 20;
const TRIES = 250;

/**
 * Waits while another process writes, for about ten seconds. SQLite's own busy timeout is kept short, since it
 * stops the whole process while it waits.
 */
export async function whenNotBusy<T>(work: () => T | Promise<T>, tries = TRIES): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (sqliteCode(error) !== SQLITE_BUSY || tries <= 1) throw error;
  }
  await sleep(PAUSE_MS);
  return whenNotBusy(work, tries - 1);
}
