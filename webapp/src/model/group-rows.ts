import type { TodoView } from '@todo-node/server/contract/todo-view';
import { bySoonest, type Row } from './select-rows.ts';
import { isOverdue, overdueFrom } from '../calendar/overdue.ts';
import { remindersToCome } from '../calendar/reminders-to-come.ts';
import { dayEndsAt } from '../calendar/wall-clock.ts';

export const GROUPS = ['overdue', 'today', 'upcoming', 'undated'] as const;
export type GroupName = (typeof GROUPS)[number];

/** What of a list's open rows is due when. */
export interface Group {
  name: GroupName;
  rows: readonly Row[];
}

/** Moments at which days end and things become overdue are the same as in the backend's views. */
export function groupOf(todo: Pick<TodoView, 'due' | 'dueAt'>, now: number, todayEndsAt: number): GroupName {
  const { dueAt } = todo;
  if (dueAt === null) return 'undated';
  if (isOverdue(todo, now)) return 'overdue';
  return dueAt <= todayEndsAt ? 'today' : 'upcoming';
}

/**
 * Soonest first, those without a date in the order of the list; empty groups are left out. `null` where nothing has a
 * date: such a list has no groups.
 *
 * @param stays rows that keep the group they had, because somebody writes in them
 */
export function groupRows(
  open: readonly Row[],
  now: number,
  zone: string,
  stays: ReadonlyMap<string, GroupName>,
): readonly Group[] | null {
  if (open.every(({ todo, key }) => todo.dueAt === null && (stays.get(key) ?? 'undated') === 'undated'))
    return null;
  const todayEndsAt = dayEndsAt(now, zone);
  const table: Record<GroupName, Row[]> = { overdue: [], today: [], upcoming: [], undated: [] };
  for (const row of open) table[stays.get(row.key) ?? groupOf(row.todo, now, todayEndsAt)].push(row);
  for (const name of GROUPS) if (name !== 'undated') table[name].sort(bySoonest);
  return GROUPS.filter((name) => table[name].length > 0).map((name) => ({ name, rows: table[name] }));
}

/** The next moment at which {@link groupRows} comes out otherwise, or a row has one reminder less to come. */
export function groupsChangeAt(open: readonly Row[], now: number, zone: string): number {
  const moments = open.flatMap(({ todo }) => [
    overdueFrom(todo) ?? Infinity,
    ...remindersToCome(todo, now, zone),
  ]);
  return moments.filter((at) => at > now).reduce((a, b) => Math.min(a, b), dayEndsAt(now, zone));
}
