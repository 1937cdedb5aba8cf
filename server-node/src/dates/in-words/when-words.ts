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
  rule(parts: RuleParts, from: RepeatFrom): string;
}

/** When something is due as somebody says it on `today`: `tomorrow 17:00`, `Fri`, `Dec 24`. */
export function dateInWords(words: WhenWords, due: WallClock, today: string): string {
  const day = dayOf(due);
  const days = dayNumberOf(day) - dayNumberOf(today);
  const said =
    words.near(days) ??
    (days > 0 && days < 7 ? words.weekday(day) : words.day(day, day.slice(0, 4) !== today.slice(0, 4)));
  return isDay(due) ? said : words.at(said, due.slice(11));
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
