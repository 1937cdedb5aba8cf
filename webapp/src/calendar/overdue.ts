import type { TodoView } from '@todo-node/server/contract/todo-view';
import { isDay } from './wall-clock.ts';

const MINUTE_MS = 60_000;

type Due = Pick<TodoView, 'due' | 'dueAt'>;

/**
 * When a to-do becomes overdue: at the midnight that ends its day, or once its minute is over, during which it is due
 * now. The same rule as in the backend's `todos/views.ts`. `null` where nothing is due.
 */
export function overdueFrom({ due, dueAt }: Due): number | null {
  if (due === null || dueAt === null) return null;
  return isDay(due) ? dueAt : dueAt + MINUTE_MS;
}

export const isOverdue = (todo: Due, now: number): boolean => (overdueFrom(todo) ?? Infinity) <= now;
