import type { DueViewName } from '../contract/vocabulary.ts';
import { dayAt, isDay, plusDays, startOfDay } from '../dates/moment-of.ts';
import { MINUTE_MS, type EpochMs } from '../shared/time.ts';
import type { Todo } from './todo.ts';

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

/** The same rule as in the webapp's `calendar/overdue.ts`. */
type Due = Pick<Todo, 'due' | 'dueAt'>;

/**
 * When it becomes overdue: at the midnight that ends its day, or once its minute is over, during which it is due now.
 * Never where nothing is due.
 */
export function overdueFrom({ due, dueAt }: Due): EpochMs {
  if (due === null || dueAt === null) return Infinity;
  return isDay(due) ? dueAt : dueAt + MINUTE_MS;
}

export const isOverdue = (todo: Due, now: EpochMs): boolean => overdueFrom(todo) <= now;

/** All that a view shows is due by then. */
export function lastOf(view: DueViewName, days: Days): EpochMs {
  switch (view) {
    case 'overdue':
      return days.now;
    case 'today':
      return days.todayEndsAt;
    case 'tomorrow':
      return days.tomorrowEndsAt;
    case 'week':
      return days.weekEndsAt;
    case 'agenda':
      return Number.MAX_SAFE_INTEGER;
  }
}

/** What is overdue is in no other view but the agenda, which has all. */
export function isIn(view: DueViewName, days: Days): (todo: Due) => boolean {
  const lastAt = lastOf(view, days);
  return (todo) => {
    if (todo.dueAt === null || todo.dueAt > lastAt) return false;
    if (view === 'tomorrow') return todo.dueAt > days.todayEndsAt;
    return view === 'agenda' || (view === 'overdue') === isOverdue(todo, days.now);
  };
}
