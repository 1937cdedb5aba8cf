import type { Weekday } from '../facts.ts';
import type { Groups } from '../patterns.ts';
import { isCounted } from './counted.ts';
import { WEEK, WEEKDAYS } from './words.ts';

const A_WEEKDAY = '(?:[一二三四五六日天]|[1-7](?![\\d:.点时]))';
/** Without anything between: 周一三五, 周六日. */
const COMPACT = '(?=[一二三四五六日天])一?二?三?四?五?六?[日天]?';

/** A day of the week behind 周. */
export const ONE_WEEKDAY = `(?<first>${A_WEEKDAY})`;
/** Several: 周一、周四, 周一三五, 周一到周五. */
export const SOME_WEEKDAYS =
  ONE_WEEKDAY +
  `(?<more>(?:(?:(?:[、,和及与/]|以及)${WEEK}?|${WEEK})${A_WEEKDAY}){1,6}|[至到~-]${WEEK}?${A_WEEKDAY}|${COMPACT})`;

/** In order as they are said; undefined when the last is no day but counts what is behind it, as in 周三四点. */
export function weekdaysOf(
  { first = '', more = '' }: Groups,
  behind: string,
): readonly Weekday[] | undefined {
  const days = [first, ...more.replace(new RegExp(WEEK, 'g'), '')].flatMap((sign) => WEEKDAYS[sign] ?? []);
  if (isCounted(behind)) return undefined;
  if (/^[至到~-]/.test(more)) return rangeOf(days[0] ?? 1, days[1] ?? 1);
  return days.every((day, place) => place === 0 || day > (days[place - 1] ?? 0)) ? days : undefined;
}

const rangeOf = (first: Weekday, last: Weekday): readonly Weekday[] | undefined =>
  last > first ? ([1, 2, 3, 4, 5, 6, 7] as const).filter((day) => day >= first && day <= last) : undefined;
