import type { RepeatFact, WrongDate } from '../facts.ts';
import {
  civilOf,
  clampedDay,
  isoDay,
  isWorkday,
  lengthOfMonth,
  longestOfMonth,
  weekdayOf,
  type DayNumber,
} from './calendar.ts';
import { areKeptInShortMonths } from '../recurrence/kept-in-short-months.ts';
import { FREQUENCY, weekdayName } from '../recurrence/rule-text.ts';

/** An RRULE in its one normal form: parts in this order, lists sorted, an interval of 1 left out. */
export function ruleOf(repeat: RepeatFact, until?: DayNumber): string {
  const { every, interval = 1, weekdays, nth, asSet, monthDays, months, times } = repeat;
  const days = sorted(weekdays).map(weekdayName);
  const ordinals = sorted(nth);
  const byDay =
    asSet || nth === undefined ? days : ordinals.flatMap((which) => days.map((day) => which + day));
  return [
    `FREQ=${FREQUENCY[every]}`,
    interval > 1 && `INTERVAL=${interval}`,
    times !== undefined && `COUNT=${times}`,
    until !== undefined && `UNTIL=${isoDay(until).replaceAll('-', '')}`,
    months !== undefined && `BYMONTH=${sorted(months).join(',')}`,
    monthDays !== undefined && `BYMONTHDAY=${sorted(monthDays).join(',')}`,
    byDay.length > 0 && `BYDAY=${byDay.join(',')}`,
    asSet && `BYSETPOS=${ordinals.join(',')}`,
  ]
    .filter((part) => typeof part === 'string')
    .join(';');
}

/** Each once, those counted from the end behind. */
const sorted = <Value extends number>(values: readonly Value[] = []): Value[] =>
  [...new Set(values)].sort((a, b) => Number(a < 0) - Number(b < 0) || a - b);

/** Eight years, within which every leap day comes. */
const DAYS_AHEAD = 8 * 366;

/** The first day of the rule, from `start` on, that `suits`; its interval is counted from there. */
export function firstDayOf(
  repeat: RepeatFact,
  start: DayNumber,
  suits: (day: DayNumber) => boolean,
): DayNumber | undefined {
  for (let day = start; day < start + DAYS_AHEAD; day += 1) {
    if (isDayOf(repeat, day) && suits(day)) return day;
  }
  return undefined;
}

function isDayOf(repeat: RepeatFact, dayNumber: DayNumber): boolean {
  const { weekdays, nth, months, monthDays } = repeat;
  if (weekdays !== undefined && !weekdays.includes(weekdayOf(dayNumber))) return false;
  if (months === undefined && monthDays === undefined && nth === undefined) return true;
  const { year, month, day } = civilOf(dayNumber);
  if (months !== undefined && !months.includes(month)) return false;
  const last = lengthOfMonth(year, month);
  if (
    monthDays !== undefined &&
    !monthDays.some((wanted) => dayOfMonth(repeat, { year, month }, wanted) === day)
  )
    return false;
  return nth === undefined || nth.some((which) => isNth(repeat, which, dayNumber, day, last));
}

/** The day that a rule names, which `nextDate` takes to be the last one of a month that is too short for it. */
function dayOfMonth(
  { every, months, monthDays = [] }: RepeatFact,
  { year, month }: { year: number; month: number },
  wanted: number,
): number {
  const isKept =
    every === 'month' ? areKeptInShortMonths(monthDays) : months?.length === 1 && monthDays.length === 1;
  return wanted < 0 || isKept ? clampedDay(year, month, wanted).day : wanted;
}

function isNth(repeat: RepeatFact, which: number, dayNumber: DayNumber, day: number, last: number): boolean {
  if (!repeat.asSet) return (which < 0 ? -Math.ceil((last + 1 - day) / 7) : Math.ceil(day / 7)) === which;
  const step = which < 0 ? 1 : -1;
  const length = which < 0 ? last - day : day - 1;
  const others = Array.from({ length }, (_, count) => dayNumber + step * (count + 1));
  return (
    others.filter((other) => repeat.weekdays?.includes(weekdayOf(other)) ?? isWorkday(other)).length ===
    Math.abs(which) - 1
  );
}

/** Undefined for a rule that can be kept. */
export function wrongRepeat({ months, monthDays, interval = 1 }: RepeatFact): WrongDate | undefined {
  if (interval < 1 || interval > 999) return 'never';
  if (monthDays === undefined) return undefined;
  if (monthDays.some((day) => day === 0 || day > 31 || day < -31)) return 'no_such_day';
  const isThere = (month: number) => monthDays.some((day) => day <= longestOfMonth(month));
  return months !== undefined && !months.some(isThere) ? 'never' : undefined;
}
