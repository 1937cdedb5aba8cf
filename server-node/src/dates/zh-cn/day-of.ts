import type { DayFact } from '../facts.ts';
import type { Said } from './rule.ts';

type OfMonth = Extract<DayFact, { kind: 'date' | 'nth' }>;

/** The day that a year, a month and a day of it make; undefined when one of them is missing that is needed. */
export function dayOf({ year, month, of, wide }: Said): DayFact | undefined {
  if (of === undefined) return wide && month !== undefined ? firstOrLast(month) : undefined;
  const place: Omit<OfMonth, 'kind' | 'day' | 'nth' | 'weekday'> = { ...year, ...month };
  return 'nth' in of ? { kind: 'nth', ...of, ...place } : { kind: 'date', ...of, ...place };
}

/** 下个月 is its first day; 本月 is over on its last. */
const firstOrLast = (month: NonNullable<Said['month']>): DayFact => ({
  kind: 'date',
  day: 'months' in month && month.months > 0 ? 1 : -1,
  ...month,
});
