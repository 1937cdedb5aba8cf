import { DAY_MS } from '../../shared/time.ts';
import type { Weekday } from '../facts.ts';

/** A day as the count of days since 1970-01-01, so that thousands of them are looked through in no time. */
export type DayNumber = number;

export interface CivilDay {
  year: number;
  month: number;
  day: number;
}

export const numberOf = ({ year, month, day }: CivilDay): DayNumber => {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS);
};

export function civilOf(dayNumber: DayNumber): CivilDay {
  const date = new Date(dayNumber * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1970-01-01 was a Thursday. */
export const weekdayOf = (dayNumber: DayNumber): Weekday =>
  (((((dayNumber + 3) % 7) + 7) % 7) + 1) as Weekday;

export const isWorkday = (dayNumber: DayNumber): boolean => weekdayOf(dayNumber) <= 5;

export const lengthOfMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Of a leap year. */
export const longestOfMonth = (month: number): number => lengthOfMonth(LEAP_YEAR, month);
const LEAP_YEAR = 2000;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** The month that comes so many months after that of a day. */
export const plusMonths = ({ year, month }: CivilDay, months: number): { year: number; month: number } => {
  const count = year * 12 + (month - 1) + months;
  return { year: Math.floor(count / 12), month: (((count % 12) + 12) % 12) + 1 };
};

/** The day of a month, or the last when the month is shorter; -1 is the last, too. */
export const clampedDay = (year: number, month: number, day: number): CivilDay => {
  const last = lengthOfMonth(year, month);
  return { year, month, day: day < 0 ? last + 1 + day : Math.min(day, last) };
};

export const isoDay = (dayNumber: DayNumber): string =>
  new Date(dayNumber * DAY_MS).toISOString().slice(0, 10);

export const dayNumberOf = (iso: string): DayNumber => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY_MS);
