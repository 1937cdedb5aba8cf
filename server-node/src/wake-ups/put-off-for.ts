import type { UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { TakenWakeUp, WakeUpKey } from './wake-up.ts';

/** The wake-ups of people to whom nothing should be said before a moment, and that moment. */
export function putOffFor(
  wakeUps: readonly TakenWakeUp[],
  until: ReadonlyMap<UserId, EpochMs>,
): Map<WakeUpKey, EpochMs> {
  return new Map(
    wakeUps.flatMap(({ key, personId }) => {
      const moment = until.get(personId);
      return moment === undefined ? [] : [[key, moment]];
    }),
  );
}
