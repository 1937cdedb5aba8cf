import { retry } from '../shared/retry.ts';
import { isStoreAway } from '../shared/store-away.ts';
import type { CommandDeps } from './ports.ts';

/**
 * Stores what somebody was promised, for as long as the database is away: nobody waits for it in the meantime, and
 * nobody would ask again. Ends when the backend stops.
 */
export function untilStored(
  { now, background }: Pick<CommandDeps, 'now' | 'background'>,
  store: () => Promise<void>,
): Promise<void> {
  return retry({ patienceMs: Infinity, now, mayPass: isStoreAway, signal: background.stopping }, store);
}
