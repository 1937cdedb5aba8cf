import { retry } from '../shared/retry.ts';
import { isStoreAway } from '../shared/store-away.ts';
import { SECOND_MS, type Clock } from '../shared/time.ts';
import type { ProgramLists } from './ports.ts';

/** Below the 30 s that Mattermost waits. */
const PATIENCE_MS = 25 * SECOND_MS;

export interface OutageDeps {
  programLists: ProgramLists | null;
  now: Clock;
}

/**
 * Runs again while the database is away: Mattermost tells of a message once. Only for the built-in program, whose
 * runs all happen or do not; an external one may have done its work before the store failed.
 */
export function throughOutages<T>({ programLists, now }: OutageDeps, run: () => Promise<T>): Promise<T> {
  const mayPass = (error: unknown) => programLists === null && isStoreAway(error);
  return retry({ patienceMs: PATIENCE_MS, now, mayPass }, run);
}
