import type { DueViewName } from '../contract/vocabulary.ts';
import { dayAt, plusDays, startOfDay } from '../dates/moment-of.ts';
import type { EpochMs } from '../shared/time.ts';

/** The days as a person's wall has them. */
export interface Days {
  readonly now: EpochMs;
  /** `2026-12-04`. */
  readonly today: string;
  /** The midnight that ends it. */
  readonly todayEndsAt: EpochMs;
  readonly tomorrowEndsAt: EpochMs;
  /** The end of the sixth day from today. */
  readonly weekEndsAt: EpochMs;
}

export function daysAt(now: EpochMs, zone: string): Days {
  const today = dayAt(now, zone);
  const endOf = (days: number) => startOfDay(plusDays(today, days + 1), zone);
  return { now, today, todayEndsAt: endOf(0), tomorrowEndsAt: endOf(1), weekEndsAt: endOf(6) };
}

/** Above `after`, up to `until`: what is due at a moment is overdue from that moment on. */
export interface Span {
  readonly after: EpochMs;
  readonly until: EpochMs;
}

/** Which moments of being due a view shows. */
export function spanOf(view: DueViewName, days: Days): Span {
  const { now, todayEndsAt, tomorrowEndsAt, weekEndsAt } = days;
  switch (view) {
    case 'overdue':
      return { after: Number.MIN_SAFE_INTEGER, until: now };
    case 'today':
      return { after: now, until: todayEndsAt };
    case 'tomorrow':
      return { after: todayEndsAt, until: tomorrowEndsAt };
    case 'week':
      return { after: now, until: weekEndsAt };
    case 'agenda':
      return { after: Number.MIN_SAFE_INTEGER, until: Number.MAX_SAFE_INTEGER };
  }
}

export const isIn = ({ after, until }: Span, dueAt: EpochMs | null): boolean =>
  dueAt !== null && dueAt > after && dueAt <= until;
