import type { Row } from './select-rows.ts';
import { dayEndsAt } from '../calendar/wall-clock.ts';

export const GROUPS = ['overdue', 'today', 'upcoming', 'undated'] as const;
export type GroupName = (typeof GROUPS)[number];

/** What of a list's open rows is due when. */
export interface Group {
  name: GroupName;
  rows: readonly Row[];
}

/** Moments at which days end and things become overdue are the same as in the backend's views. */
export function groupOf(dueAt: number | null, now: number, todayEndsAt: number): GroupName {
  if (dueAt === null) return 'undated';
  if (dueAt <= now) return 'overdue';
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
  for (const row of open) table[stays.get(row.key) ?? groupOf(row.todo.dueAt, now, todayEndsAt)].push(row);
  for (const name of GROUPS) if (name !== 'undated') table[name].sort(bySoonest);
  return GROUPS.filter((name) => table[name].length > 0).map((name) => ({ name, rows: table[name] }));
}

/** Sorting is stable: those of one moment stay in the order of the list. */
const bySoonest = (a: Row, b: Row): number => (a.todo.dueAt ?? Infinity) - (b.todo.dueAt ?? Infinity) || 0;

/** The next moment at which {@link groupRows} comes out otherwise. */
export function groupsChangeAt(open: readonly Row[], now: number, zone: string): number {
  const dueAts = open.flatMap(({ todo: { dueAt } }) => (dueAt !== null && dueAt > now ? [dueAt] : []));
  return dueAts.reduce((a, b) => Math.min(a, b), dayEndsAt(now, zone));
}
