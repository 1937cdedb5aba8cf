import { Temporal } from 'temporal-polyfill';
import { dayAt, isDay, momentOf, plusDays, wallClockAt, type WallClock } from '../dates/moment-of.ts';
import type { Snooze } from '../replies/press-act.ts';
import { HOUR_MS, MINUTE_MS, type EpochMs } from '../shared/time.ts';
import type { Todo } from '../todos/todo.ts';
import { inTheMorning, withTimeOf } from '../todos/when.ts';

/** The first of these that is still to come is this evening. */
const EVENINGS = ['18:00', '21:00'];

/** When a to-do is due again that somebody snoozes at `now`, on the clock of their zone. */
export function snoozedTo(
  until: Snooze,
  todo: Pick<Todo, 'due' | 'reminders'>,
  now: EpochMs,
  zone: string,
): WallClock {
  const today = dayAt(now, zone);
  switch (until) {
    case 'minutes15':
      return stillToCome(now + 15 * MINUTE_MS, zone);
    case 'hour':
      return stillToCome(now + HOUR_MS, zone);
    case 'evening': {
      const evening = EVENINGS.map((time) => `${today}T${time}`).find((at) => at > wallClockAt(now, zone));
      return evening ?? stillToCome(now + HOUR_MS, zone);
    }
    case 'tomorrow':
      return onDay(plusDays(today, 1), todo);
    case 'week':
      return onDay(plusDays(today, 8 - Temporal.PlainDate.from(today).dayOfWeek), todo);
  }
}

/** A minute that is there twice in autumn means the first: of the second, the minute that is as much later is taken. */
function stillToCome(at: EpochMs, zone: string): WallClock {
  const shown = wallClockAt(at, zone);
  const earlyMs = at - momentOf(shown, zone);
  return earlyMs < MINUTE_MS ? shown : wallClockAt(at + earlyMs, zone);
}

/** At the time of day that it has; a day stays a day where a reminder comes with it. */
function onDay(day: string, { due, reminders }: Pick<Todo, 'due' | 'reminders'>): WallClock {
  if (due !== null && !isDay(due)) return withTimeOf(day, due);
  const comesWithDay = due !== null && reminders.some((reminder) => 'minutesBefore' in reminder);
  return comesWithDay ? day : inTheMorning(day);
}
