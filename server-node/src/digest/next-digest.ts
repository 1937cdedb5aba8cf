import { Temporal } from 'temporal-polyfill';
import { dayAt, momentOf, plusDays } from '../dates/moment-of.ts';
import { WEEKDAYS } from '../contract/vocabulary.ts';
import type { Digest } from '../person-settings/person-settings.ts';
import type { UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { WakeUp, WakeUpKey } from '../wake-ups/wake-up.ts';

export const digestKey = (personId: UserId): WakeUpKey => `digest:${personId}` as WakeUpKey;

/** The next one after `now` by the clock of that zone. */
export function nextDigest(
  personId: UserId,
  { at, days }: Pick<Digest, 'at' | 'days'>,
  { zone, now }: { zone: string; now: EpochMs },
): WakeUp {
  const today = dayAt(now, zone);
  const moments = Array.from({ length: 8 }, (_each, later) => plusDays(today, later))
    .filter((day) => days.some((one) => one === weekdayOf(day)))
    .map((day) => momentOf(`${day}T${at}`, zone));
  const next = moments.find((moment) => moment > now);
  if (next === undefined) throw new Error('A digest has a day in each week.');
  return { key: digestKey(personId), at: next, kind: 'digest', personId, about: zone };
}

const weekdayOf = (day: string) => WEEKDAYS[Temporal.PlainDate.from(day).dayOfWeek - 1];
