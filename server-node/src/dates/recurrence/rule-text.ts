import { WEEKDAYS, type WeekdayName } from '../../contract/vocabulary.ts';
import type { RepeatFact, Weekday } from '../facts.ts';

/** How an RRULE names the periods after which it comes again. */
export const FREQUENCY = {
  day: 'DAILY',
  week: 'WEEKLY',
  month: 'MONTHLY',
  year: 'YEARLY',
} as const satisfies Record<RepeatFact['every'], string>;

export const weekdayName = (weekday: Weekday): WeekdayName => WEEKDAYS[weekday - 1] ?? 'MO';

export const weekdayNamed = (name: WeekdayName): Weekday => (WEEKDAYS.indexOf(name) + 1) as Weekday;

/** What an RRULE says, by the names of its parts, in their order. */
export const partsOf = (rule: string): Map<string, string> =>
  new Map(rule.split(';').map((part) => part.split('=') as [string, string]));
