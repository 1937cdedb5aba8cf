import { dayAt, momentOf, plusDays, wallClockAt } from '../dates/moment-of.ts';
import type { EpochMs } from '../shared/time.ts';
import type { QuietHours } from './person-settings.ts';

/**
 * When the quiet hours end that `now` is in, on the clock of that zone; undefined outside of them. They may pass
 * midnight; the first minute is quiet, the last is not.
 */
export function quietUntil(now: EpochMs, zone: string, { from, to }: QuietHours): EpochMs | undefined {
  const today = dayAt(now, zone);
  const clock = wallClockAt(now, zone).slice(11);
  const isOvernight = from > to;
  if (isOvernight ? clock < from && clock >= to : clock < from || clock >= to) return undefined;
  const endsTomorrow = isOvernight && clock >= from;
  const until = momentOf(`${endsTomorrow ? plusDays(today, 1) : today}T${to}`, zone);
  return until > now ? until : undefined;
}
