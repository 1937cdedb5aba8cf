import { LRUCache } from 'lru-cache';
import type { UserId } from '../shared/ids.ts';
import type { PersonClockOf } from './person-clock.ts';

const MOST_PEOPLE = 20_000;

/**
 * The same clocks. Where one hangs in another zone than it did, or was not looked at before, `changed` is told of it.
 *
 * @param changed must not throw
 */
export function noticingZones(
  clockOf: PersonClockOf,
  changed: (personId: UserId, zone: string) => void,
): PersonClockOf {
  const seen = new LRUCache<UserId, string>({ max: MOST_PEOPLE });
  return async (personId) => {
    const clock = await clockOf(personId);
    if (seen.get(personId) !== clock.zone) {
      seen.set(personId, clock.zone);
      changed(personId, clock.zone);
    }
    return clock;
  };
}
