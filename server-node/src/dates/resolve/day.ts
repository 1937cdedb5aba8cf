import type { DayFact, Weekday } from '../facts.ts';
import {
  civilOf,
  clampedDay,
  isWorkday,
  lengthOfMonth,
  numberOf,
  plusMonths,
  weekdayOf,
  type CivilDay,
  type DayNumber,
} from './calendar.ts';

export interface Reference {
  today: DayNumber;
  weekStart: Weekday;
  /** Whether it is too late on this day: of what comes again the next one is meant then. */
  isOver: (day: DayNumber) => boolean;
}

/** @returns undefined when there is no such day, as 31 February */
export function dayOfFact(fact: DayFact, reference: Reference): DayNumber | undefined {
  switch (fact.kind) {
    case 'in':
      return dayIn(fact, reference.today);
    case 'weekday':
      return dayOfWeekday(fact, reference);
    case 'weekend':
      return dayOfWeekend(fact.week, reference.today);
    case 'quarter':
      return dayOfQuarter(fact, reference.today);
    case 'workday':
      return plusWorkdays(reference.today, fact.days);
    case 'date':
      return firstThatFits(fact, reference, (month) => dayOfMonth(month, fact));
    case 'month':
      return dayOfWholeMonth(fact.month, reference);
    case 'nth':
      return firstThatFits(fact, reference, (month) => nthOfMonth(month, fact));
  }
}

function dayIn(
  { days = 0, weeks = 0, months = 0, years = 0 }: Extract<DayFact, { kind: 'in' }>,
  today: DayNumber,
): DayNumber {
  const from = civilOf(today);
  const to = plusMonths(from, years * 12 + months);
  return numberOf(clampedDay(to.year, to.month, from.day)) + weeks * 7 + days;
}

function dayOfWeekday(
  { weekday, week, later = 0, others = [] }: Extract<DayFact, { kind: 'weekday' }>,
  reference: Reference,
): DayNumber {
  const { today, weekStart, isOver } = reference;
  const present = weekdayOf(today);
  if (week !== undefined) {
    const intoWeek = (day: Weekday) => (day - weekStart + 7) % 7;
    return today - intoWeek(present) + intoWeek(weekday) + week * 7;
  }
  const coming = [weekday, ...others].map((each) => {
    const day = today + ((each - present + 7) % 7) + later * 7;
    return isOver(day) ? day + 7 : day;
  });
  return Math.min(...coming);
}

function dayOfWeekend(week: number, today: DayNumber): DayNumber {
  const present = weekdayOf(today);
  if (present === 7) return week === 0 ? today : today - 1 + week * 7;
  return today + (6 - present) + week * 7;
}

function dayOfQuarter({ quarters, day }: Extract<DayFact, { kind: 'quarter' }>, today: DayNumber): DayNumber {
  const { year, month } = civilOf(today);
  const first = { year, month: month - ((month - 1) % 3), day: 1 };
  const of = plusMonths(first, quarters * 3 + (day === 1 ? 0 : 2));
  return numberOf(clampedDay(of.year, of.month, day));
}

function plusWorkdays(from: DayNumber, days: number): DayNumber {
  let day = from;
  for (let left = Math.min(Math.abs(days), MOST_WORKDAYS); left > 0;) {
    day += Math.sign(days);
    if (isWorkday(day)) left -= 1;
  }
  return day;
}

const MOST_WORKDAYS = 10_000;

type Month = { year: number; month: number };
type OfMonth = Extract<DayFact, { kind: 'date' | 'nth' }>;

/** A day that is said in full may be none or over; of what is left open the coming one is meant. */
function firstThatFits(
  fact: OfMonth,
  { today, isOver }: Reference,
  dayIn: (month: Month) => DayNumber | undefined,
): DayNumber | undefined {
  const { months, isOpen } = monthsOf(fact, civilOf(today));
  for (const month of months) {
    const day = dayIn(month);
    if (day !== undefined && (!isOpen || (day >= today && !isOver(day)))) return day;
  }
  return undefined;
}

const dayOfWholeMonth = (month: number, reference: Reference): DayNumber | undefined => {
  const isNow = civilOf(reference.today).month === month;
  return dayOfFact(isNow ? { kind: 'date', day: -1, months: 0 } : { kind: 'date', day: 1, month }, reference);
};

/** Leap days are at most eight years apart. */
const YEARS_AHEAD = 9;
const MONTHS_AHEAD = 13;

function monthsOf(fact: OfMonth, present: CivilDay): { months: Month[]; isOpen: boolean } {
  const { month, months, years } = fact;
  const year = fact.year ?? (years === undefined ? undefined : present.year + years);
  if (year !== undefined) return { months: [{ year, month: month ?? present.month }], isOpen: false };
  if (months !== undefined) return { months: [plusMonths(present, months)], isOpen: false };
  const ahead =
    month === undefined
      ? Array.from({ length: MONTHS_AHEAD }, (_, count) => plusMonths(present, count))
      : Array.from({ length: YEARS_AHEAD }, (_, count) => ({ year: present.year + count, month }));
  return { months: ahead, isOpen: true };
}

function dayOfMonth({ year, month }: Month, { day }: { day: number }): DayNumber | undefined {
  const last = lengthOfMonth(year, month);
  if (month < 1 || month > 12 || day === 0 || day > last || day < -last) return undefined;
  return numberOf(clampedDay(year, month, day));
}

function nthOfMonth(
  { year, month }: Month,
  { nth, weekday }: { nth: number; weekday: Weekday | 'workday' },
): DayNumber | undefined {
  const first = numberOf({ year, month, day: 1 });
  const days = Array.from({ length: lengthOfMonth(year, month) }, (_, count) => first + count).filter(
    (day) => (weekday === 'workday' ? isWorkday(day) : weekdayOf(day) === weekday),
  );
  return days.at(nth > 0 ? nth - 1 : nth);
}
