import type { Facts } from '../facts.ts';
import type { Language } from '../language.ts';
import { rule, scan } from '../scan.ts';
import { MONTH, monthOf, NUMBER, numberOf, WEEKDAY, weekdayOf } from './words.ts';

const BY = '(?:(?:on|by|until|till|before|due|at|@) )?';

const RULES = [
  rule(`${BY}today\\b`, () => ({ day: { kind: 'in', days: 0 } })),
  rule(`${BY}tomorrow\\b`, () => ({ day: { kind: 'in', days: 1 } })),
  rule(`(?:the )?day after tomorrow\\b`, () => ({ day: { kind: 'in', days: 2 } })),
  rule(`in (${NUMBER}) (day|week|month|year)s?\\b`, ([, count = '', unit = '']) => ({
    day: { kind: 'in', [`${unit.toLowerCase()}s`]: numberOf(count) },
  })),
  rule(`${BY}(next |this )?(${WEEKDAY})\\b`, ([, which, day = '']) => ({
    day: { kind: 'weekday', weekday: weekdayOf(day), ...(which?.startsWith('next') ? { week: 1 } : {}) },
  })),
  rule(`${BY}(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?\\b`, ([, month = '', day]) => ({
    day: { kind: 'date', month: monthOf(month), day: Number(day) },
  })),
  rule(`${BY}(\\d{4})-(\\d\\d)-(\\d\\d)\\b`, ([, year, month, day]) => ({
    day: { kind: 'date', year: Number(year), month: Number(month), day: Number(day) },
  })),
  rule(`${BY}(\\d{1,2})(?::(\\d\\d))? ?([ap])m\\b`, ([, hour, minute = '0', half = '']): Facts => ({
    clock: { hour: Number(hour), minute: Number(minute), half: half.toLowerCase() === 'a' ? 'am' : 'pm' },
  })),
  rule(`${BY}(\\d{1,2}):(\\d\\d)\\b`, ([, hour, minute]) => ({
    clock: { hour: Number(hour), minute: Number(minute) },
  })),
];

export const ENGLISH: Language = {
  find: (masked) => scan(masked, RULES, /(?<![\p{L}\p{N}])[\p{L}\p{N}@]/gu),
  filler: /on|at|by|the/,
  none: /none|never|no date/,
};
