import type { DayFact } from '../facts.ts';
import type { HowToRead } from '../language.ts';
import { longestOfMonth } from '../resolve/calendar.ts';
import type { Groups } from '../patterns.ts';
import { day, rule, type Rule, type Said } from './rule.ts';
import {
  HOLIDAY,
  HOLIDAYS,
  MONTH,
  monthOf,
  MONTHS_WITH_OTHER_MEANINGS,
  numberOf,
  ORDINAL,
  WEEKDAY,
  weekdayOf,
} from './words.ts';

const DAY = `(?<day>\\d{1,2}(?:st|nd|rd|th)?|${ORDINAL})(?! ?[ap]\\.?m\\b|:\\d)`;
const YEAR = "(?:,? (?:in |of )?(?<year>(?:1[89]|2\\d)\\d\\d|\\d{5}|['’]\\d\\d)(?![:\\d]))?";
/** The end of a span of days, of which the beginning counts: July 1-5. */
const TO_DAY =
  '(?:(?: ?[-–—] ?| (?:to|until|till) (?:the )?)\\d{1,2}(?:st|nd|rd|th)?(?![:\\d/-]| ?[ap]m\\b))?';
/** A week is named by the day it begins on. */
const WEEK_OF =
  '(?:(?:(?:the )?(?:(?:week|wk) (?:of|commencing|beginning|starting)|w/[bc])(?: the)?|this|next|(?:the )?coming) )?';
const OF_MONTH =
  '(?:of |in )(?:(?:the|this) (?<same>month)|next (?<next>month)|the (?<january>new year)|(?<month>' +
  MONTH +
  ')\\.?' +
  YEAR +
  ')';
const WORKDAY = '(?:weekday|workday|(?:working|business|work) day)';

/** Days of months, in words and in digits. */
export const DATE_RULES: readonly Rule[] = [
  rule(`(?<month>${MONTH})-(?<day>\\d{1,2})`, named),
  rule(`(?<day>\\d{1,2})-(?<month>${MONTH})(?:-(?<year>\\d{4}|\\d\\d))?`, named),
  rule(`(?<day>\\d{1,2})(?<month>${MONTH})(?<year>\\d{4})?`, (groups) =>
    ((said) => said && { ...said, needs: 'end' as const })(named(groups)),
  ),
  rule(`${WEEK_OF}(?<month>${MONTH})\\.? (?:the )?${DAY}${TO_DAY}${YEAR}`, named),
  rule(`${WEEK_OF}(?:the )?${DAY}${TO_DAY} (?:of )?(?<month>${MONTH})\\.?${YEAR}`, named),
  rule(
    `(?:the )?(?<which>first|1st|second|2nd|third|3rd|last)(?: and (?:second|2nd|third|3rd|fourth|4th|last))? weeks? (?:of|in) (?<month>${MONTH})`,
    weekOfMonth,
  ),
  rule(`(?:the )?${DAY} of (?:(?:(?:the|this) )?month|next (?<next>month))`, ({ day: which = '', next }) =>
    dayOfMonth(numberOf(which), next === undefined ? undefined : 1),
  ),
  rule(`the (?<day>[1-3]\\d(?:st|nd|rd|th))`, ({ day: which = '' }) =>
    dayOfMonth(numberOf(which), undefined, 'last'),
  ),
  rule(`(?:the )?(?<day>\\d{1,2}(?:st|nd|rd|th))`, ({ day: which = '' }) =>
    dayOfMonth(numberOf(which), undefined, 'particle'),
  ),
  rule(`(?:the )(?<day>${ORDINAL})`, ({ day: which = '' }) =>
    which === 'last' ? undefined : dayOfMonth(numberOf(which), undefined, 'particle'),
  ),
  rule(`(?:the )?(?<which>${ORDINAL}) (?<of>${WEEKDAY}|${WORKDAY}|day|weekend) ${OF_MONTH}`, nthOfMonth),
  rule('eom|the end of (?:the |this )?month|end of (?:the|this) month', () =>
    day({ kind: 'date', day: -1, months: 0 }),
  ),
  rule('end (?:of )?month', () => day({ kind: 'date', day: -1, months: 0 }, 'end')),
  rule('month[- ]?end', () => day({ kind: 'date', day: -1, months: 0 }, 'end')),
  rule('(?:the )?end of next month|late next month', () => day({ kind: 'date', day: -1, months: 1 })),
  rule('early next month', () => day({ kind: 'date', day: 1, months: 1 })),
  rule('mid[- ]?month|(?:the )?middle of (?:the |this )?month', () => day({ kind: 'date', day: 15 }, 'end')),
  rule('mid[- ]?next month|(?:the )?middle of next month', () => day({ kind: 'date', day: 15, months: 1 })),
  rule(`(?:the )?(?:end of|(?:in )?late) (?<month>${MONTH})`, ({ month = '' }) =>
    day({ kind: 'date', day: -1, month: monthOf(month) }),
  ),
  rule(
    `(?:the )?(?:start|beginning) of (?:(?<next>next month)|(?<month>${MONTH}))|(?:in )?early (?<early>${MONTH})`,
    (said) =>
      day({
        kind: 'date',
        day: 1,
        ...(said['next'] === undefined
          ? { month: monthOf(said['month'] ?? said['early'] ?? '') }
          : { months: 1 }),
      }),
  ),
  rule(`(?:in )?mid[- ](?<month>${MONTH})|(?:the )?middle of (?<of>${MONTH})`, ({ month, of }) =>
    day({ kind: 'date', day: 15, month: monthOf(month ?? of ?? '') }),
  ),
  rule(`in (?<month>${MONTH})${YEAR}`, ({ month = '', year }) => {
    if (year !== undefined) return dated({ day: 1, month: monthOf(month) }, year, 'end');
    return month.length > 3 ? day({ kind: 'month', month: monthOf(month) }, 'end') : undefined;
  }),
  rule(
    `(?:(?:due(?: in)?|before) (?<early>(?!may|mar )${MONTH})|by (?<month>(?!apr|may|jun|jan|mar |aug )${MONTH}))(?!,? \\d)`,
    ({ month, early = '' }) => day({ kind: 'month', month: monthOf(month ?? early) }, 'last'),
  ),
  rule(`(?:starting|beginning|from) (?:in )?(?<month>${MONTH})(?! \\d)`, ({ month = '' }) =>
    day({ kind: 'date', day: 1, month: monthOf(month) }, 'start'),
  ),
  rule(`(?:until|till|til|through) (?<month>${MONTH})`, ({ month = '' }) =>
    day({ kind: 'date', day: 1, month: monthOf(month) }, 'rule'),
  ),
  rule(`(?<!for )(?<holiday>${HOLIDAY})(?: day)?`, ({ holiday = '' }) => ofHoliday(holiday)),
  rule('eoq|(?:the )?end of (?:the |this )?quarter', () => day({ kind: 'quarter', quarters: 0, day: -1 })),
  rule('quarter[- ]end', () => day({ kind: 'quarter', quarters: 0, day: -1 }, 'end')),
  rule('(?:the )?(?:(?<end>end)|start|beginning) of q(?<quarter>[1-4])', ({ end, quarter }) =>
    day(
      end === undefined
        ? { kind: 'date', day: 1, month: 3 * Number(quarter) - 2 }
        : { kind: 'date', day: -1, month: 3 * Number(quarter) },
    ),
  ),
  rule('(?:the )?end of next quarter', () => day({ kind: 'quarter', quarters: 1, day: -1 })),
  rule('eoy|the end of (?:the |this )?year|end of (?:the|this) year', () =>
    day({ kind: 'date', day: 31, month: 12, years: 0 }),
  ),
  rule('end of year', () => day({ kind: 'date', day: 31, month: 12, years: 0 }, 'end')),
  rule('year[- ]end', () => day({ kind: 'date', day: 31, month: 12, years: 0 }, 'end')),
  rule('(?:the )?end of next year', () => day({ kind: 'date', day: 31, month: 12, years: 1 })),
  rule(
    '(?<year>\\d{4,5})(?<sign>[-/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})(?:[t ](?<hour>\\d\\d):(?<minute>\\d\\d)(?::\\d\\d)?z?)?',
    iso,
  ),
  rule('(?<a>\\d{1,2})(?<sign>[-/.])(?<b>\\d{1,2})\\k<sign>(?<year>\\d{4,5}|\\d\\d)', inDigits),
  rule(`${WEEK_OF}(?<a>\\d{1,2})/(?<b>\\d{1,2})`, inDigits),
  rule('(?<day>\\d{1,2})\\.(?<month>\\d{1,2})\\.', ({ day: which = '', month = '' }) =>
    Number(month) >= 1 && Number(month) <= 12 && Number(which) <= 31
      ? dated({ day: Number(which), month: Number(month) }, undefined, 'end')
      : undefined,
  ),
];

const SATURDAY = 6;

/** The first week of July begins on its first day, the last one seven days before its end. */
function weekOfMonth({ which = '', month = '' }: Groups): Said {
  const nth = numberOf(which);
  return day({ kind: 'date', day: nth < 0 ? -7 : 7 * nth - 6, month: monthOf(month) });
}

function named({ day: which = '', month = '', year }: Groups): Said | undefined {
  const dayNumber = numberOf(which);
  if (dayNumber < 1 || dayNumber > 31) return undefined;
  const isOther = MONTHS_WITH_OTHER_MEANINGS.includes(month);
  const isSure = !isOther || year !== undefined || /\d[a-z]/.test(which);
  return dated({ day: dayNumber, month: monthOf(month) }, year, isSure ? undefined : needOf(month));
}

/** '26 and 26 are 2026. */
const yearOf = (written: string): number => {
  const digits = written.replace(/\D/g, '');
  return Number(digits.length === 2 ? `20${digits}` : digits);
};

/** `Jan 2` begins a line as a date, while `May 5 people come?` does not. */
const needOf = (month: string): Said['needs'] => (/^may$/.test(month) ? 'end' : 'edge');

function dated(of: { day: number; month: number }, year: string | undefined, needs?: Said['needs']): Said {
  if (year !== undefined && year.length > 4) return { facts: { refused: 'no_such_year' } };
  return day({ kind: 'date', ...of, ...(year !== undefined && { year: yearOf(year) }) }, needs);
}

const dayOfMonth = (which: number, months: number | undefined, needs?: Said['needs']): Said | undefined =>
  which > 31 || which === 0
    ? undefined
    : day({ kind: 'date', day: which, ...(months !== undefined && { months }) }, needs);

function nthOfMonth({
  which = '',
  of = '',
  same,
  next,
  january,
  month = '',
  year,
}: Groups): Said | undefined {
  const nth = numberOf(which);
  const when = {
    ...(same !== undefined && nth < 0 && { months: 0 }),
    ...(next !== undefined && { months: 1 }),
    ...(month !== '' && { month: monthOf(month) }),
    ...(january !== undefined && { month: 1 }),
    ...(year !== undefined && { year: Number(year) }),
  };
  if (of === 'day') return nth > 31 ? undefined : day({ kind: 'date', day: nth, ...when });
  if (of === 'weekend') return day({ kind: 'nth', nth, weekday: SATURDAY, ...when });
  if (nth > 5 && !new RegExp(`^${WORKDAY}$`).test(of)) return undefined;
  return day({ kind: 'nth', nth, weekday: isWeekday(of) ? weekdayOf(of) : 'workday', ...when });
}

const isWeekday = (word: string): boolean => new RegExp(`^${WEEKDAY}$`).test(word);

function iso({ year = '', month = '', day: which = '', hour, minute }: Groups): Said | undefined {
  if (Number(month) > 31 || Number(which) > 39) return undefined;
  if (Number(month) > 12 || Number(month) < 1) return { facts: { refused: 'no_such_day' } };
  const said = dated({ day: Number(which), month: Number(month) }, year);
  if (hour === undefined || said.facts.refused !== undefined) return said;
  if (Number(hour) > 24 || Number(minute) > 59) return { facts: { refused: 'no_such_time' } };
  return { facts: { ...said.facts, clock: { hour: Number(hour), minute: Number(minute) } } };
}

function inDigits({ a = '', b = '', year }: Groups, { dayMonth }: HowToRead): Said | undefined {
  const [first, second] = [Number(a), Number(b)];
  if (year?.length === 2 && Number(year) > LATEST_SHORT_YEAR) return undefined;
  const full = year?.length === 2 ? `20${year}` : year;
  const orders = [
    { month: first, day: second, order: 'month_first' },
    { month: second, day: first, order: 'day_first' },
  ].filter((one) => isDay(one.month, one.day));
  const fitting = orders.filter(({ order }) => order === dayMonth);
  const [said, other] = fitting.length > 0 ? fitting : orders;
  if (said === undefined) return year === undefined ? undefined : noSuchDay(first, second);
  const needs = year === undefined ? 'end' : undefined;
  const read = dated({ month: said.month, day: said.day }, full, needs);
  if (other === undefined || first === second || read.facts.refused !== undefined) return read;
  const otherDay: DayFact | undefined = dated({ month: other.month, day: other.day }, full).facts.day;
  return otherDay === undefined ? read : { ...read, otherDay };
}

/** Of two digits: 24-8-36 is rather the number of a lock. */
const LATEST_SHORT_YEAR = 35;

const isDay = (month: number, dayNumber: number): boolean =>
  month >= 1 && month <= 12 && dayNumber >= 1 && dayNumber <= longestOfMonth(month);
const noSuchDay = (first: number, second: number): Said | undefined =>
  first <= 31 && second <= 31 ? { facts: { refused: 'no_such_day' } } : undefined;

function ofHoliday(words: string): Said | undefined {
  const [month, dayNumber] = HOLIDAYS[words.replace(/['’]/g, '').replace(/ +/g, ' ')] ?? [];
  if (month === undefined || dayNumber === undefined) return undefined;
  return day({ kind: 'date', month, day: dayNumber }, 'particle');
}
