import { WEEKDAYS, type WeekdayName } from '@todo-node/server/contract/vocabulary';

/** A Monday. */
const MONDAY_MS = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

export const weekdayIn = (locale: string, day: WeekdayName, width: 'short' | 'long'): string =>
  new Intl.DateTimeFormat(locale, { weekday: width, timeZone: 'UTC' }).format(
    MONDAY_MS + WEEKDAYS.indexOf(day) * DAY_MS,
  );

/** The days of a week that begins on this one. */
export function weekFrom(first: WeekdayName): readonly WeekdayName[] {
  const at = Math.max(0, WEEKDAYS.indexOf(first));
  return [...WEEKDAYS.slice(at), ...WEEKDAYS.slice(0, at)];
}
