import { Temporal } from 'temporal-polyfill';
import { dayAt, isDay, plusDays, wallClockAt, wallClockFrom, type WallClock } from '../dates/moment-of.ts';
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
      return wallClockFrom(now + 15 * MINUTE_MS, zone);
    case 'hour':
      return wallClockFrom(now + HOUR_MS, zone);
    case 'evening': {
      const evening = EVENINGS.map((time) => `${today}T${time}`).find((at) => at > wallClockAt(now, zone));
      return evening ?? wallClockFrom(now + HOUR_MS, zone);
    }
    case 'tomorrow':
      return onDay(plusDays(today, 1), todo);
    case 'week':
      return onDay(plusDays(today, 8 - Temporal.PlainDate.from(today).dayOfWeek), todo);
  }
}

/** At the time of day that it has; a day stays a day where a reminder comes with it. */
function onDay(day: string, { due, reminders }: Pick<Todo, 'due' | 'reminders'>): WallClock {
  if (due !== null && !isDay(due)) return withTimeOf(day, due);
  const comesWithDay = due !== null && reminders.some((reminder) => 'minutesBefore' in reminder);
  return comesWithDay ? day : inTheMorning(day);
}
