import type { RepeatFrom } from '../../contract/vocabulary.ts';
import { dayOf, isDay, type WallClock } from '../moment-of.ts';
import { dayNumberOf } from '../resolve/calendar.ts';
import { rulePartsOf, type RuleParts } from './rule-parts.ts';

/** How one language says dates and rules; what it says of a rule, its reader understands. */
export interface WhenWords {
  /** Around today: -1 yesterday, 0 today; undefined where there is no word. */
  near(days: number): string | undefined;
  /** A day of the six after tomorrow. */
  weekday(day: string): string;
  /** Any other day, with its year if it is another than today's. */
  day(day: string, withYear: boolean): string;
  at(day: string, time: string): string;
  /** A time such as `5:00` of one half of the day. */
  half(time: string, isAfternoon: boolean): string;
  rule(parts: RuleParts, from: RepeatFrom): string;
}

/** On how many hours somebody's clock counts. */
export type ClockHours = 12 | 24;

/** `17:00`, or `5:00 PM`. */
export function timeInWords(words: WhenWords, time: string, hours: ClockHours): string {
  if (hours === 24) return time;
  const hour = Number(time.slice(0, 2));
  return words.half(`${hour % 12 || 12}${time.slice(2)}`, hour >= 12);
}

/** When something is due as somebody says it on `today`: `tomorrow 17:00`, `Fri`, `Dec 24`. */
export function dateInWords(words: WhenWords, due: WallClock, today: string, hours: ClockHours): string {
  const day = dayOf(due);
  const days = dayNumberOf(day) - dayNumberOf(today);
  const said =
    words.near(days) ??
    (days > 0 && days < 7 ? words.weekday(day) : words.day(day, day.slice(0, 4) !== today.slice(0, 4)));
  return isDay(due) ? said : words.at(said, timeInWords(words, due.slice(11), hours));
}

/** A rule of which there are no words is shown as it is. */
export function ruleInWords(words: WhenWords, rule: string, from: RepeatFrom): string {
  const parts = rulePartsOf(rule);
  return parts === undefined ? rule : words.rule(parts, from);
}

/** Made at first use: it costs milliseconds. */
export function format(locale: string, options: Intl.DateTimeFormatOptions): (day: string) => string {
  let made: Intl.DateTimeFormat | undefined;
  return (day) => {
    made ??= new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return made.format(Date.parse(`${day}T00:00Z`));
  };
}
