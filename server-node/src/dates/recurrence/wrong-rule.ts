import { WEEKDAYS } from '../../contract/vocabulary.ts';
import { nextDate, type Recurrence } from './next-date.ts';
import { FREQUENCY, partsOf } from './rule-text.ts';

/** `too_often`: more than once a day. `never`: no date comes, such as 31 February. */
export type WrongRule = 'unreadable' | 'too_often' | 'never';

const LONGEST_RULE = 200;
const listOf = (value: string, most = '') => `${value}(?:,${value}){0,${most}}`;
const WEEKDAY = `(?:${WEEKDAYS.join('|')})`;
const DAY_OF_YEAR = '[-+]?(?:[1-9]\\d?|[12]\\d\\d|3[0-5]\\d|36[0-6])';
/** The library takes what is out of its range for not said. */
const PART = new RegExp(
  `^(?:${[
    `FREQ=(?:${Object.values(FREQUENCY).join('|')})`,
    'INTERVAL=[1-9]\\d{0,2}',
    'COUNT=[1-9]\\d{0,3}',
    'UNTIL=\\d{8}(?:T\\d{6}Z?)?',
    `WKST=${WEEKDAY}`,
    `BYDAY=${listOf(`[-+]?(?:[1-9]|[1-4]\\d|5[0-3])?${WEEKDAY}`)}`,
    `BYMONTHDAY=${listOf('[-+]?(?:[1-9]|[12]\\d|3[01])')}`,
    `BYMONTH=${listOf('(?:[1-9]|1[0-2])')}`,
    `BYYEARDAY=${listOf(DAY_OF_YEAR)}`,
    `BYWEEKNO=${listOf('[-+]?(?:[1-9]|[1-4]\\d|5[0-3])', '11')}`,
    `BYSETPOS=${listOf(DAY_OF_YEAR)}`,
  ].join('|')})$`,
);

/**
 * What RFC 5545 takes in no rule of a frequency, and places in a day or week that has fewer. The library would look for
 * their dates for long, and everybody else waits meanwhile.
 */
const NOT_IN: Readonly<Record<string, RegExp>> = {
  DAILY: /BY(?:YEARDAY|WEEKNO)=|BYDAY=[^;]*\d|BYSETPOS=/,
  WEEKLY: /BY(?:YEARDAY|WEEKNO|MONTHDAY)=|BYDAY=[^;]*\d|BYSETPOS=[^;]*(?:[89]|\d\d)/,
  MONTHLY: /BY(?:YEARDAY|WEEKNO)=/,
};

/** Undefined for a rule that can be kept. */
export function wrongRule({ rule, anchor }: Recurrence): WrongRule | undefined {
  if (/FREQ=(?:SECONDLY|MINUTELY|HOURLY)|BY(?:HOUR|MINUTE|SECOND)=/.test(rule)) return 'too_often';
  const parts = rule.split(';');
  const names = new Set(parts.map((part) => part.split('=')[0]));
  const isPlain = parts.every((part) => PART.test(part)) && names.size === parts.length && names.has('FREQ');
  if (!isPlain || rule.length > LONGEST_RULE) return 'unreadable';
  if (NOT_IN[partsOf(rule).get('FREQ') ?? '']?.test(rule) === true) return 'unreadable';
  try {
    return nextDate({ rule, anchor }, anchor) === null && !/COUNT=1\b|UNTIL=/.test(rule)
      ? 'never'
      : undefined;
  } catch {
    return 'unreadable';
  }
}
