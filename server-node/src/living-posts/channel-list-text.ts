import type { Names } from '../callers/names-of.ts';
import { dayAt } from '../dates/moment-of.ts';
import { inRows, rowOf } from '../program/answers/rows.ts';
import type { Texts } from '../program/texts/texts.ts';
import type { EpochMs } from '../shared/time.ts';
import type { Todo } from '../todos/todo.ts';
import { daysAt, isOverdue, overdueFrom } from '../todos/views.ts';

export type Section = 'overdue' | 'today' | 'upcoming' | 'noDate';

/** A channel is in no zone, so each date is that of whoever has the to-do. */
const zoneOf = ({ dueZone }: Todo): string => dueZone ?? 'UTC';

function sectionOf(todo: Todo, at: EpochMs): Section {
  if (todo.dueAt === null) return 'noDate';
  if (isOverdue(todo, at)) return 'overdue';
  return todo.dueAt <= daysAt(at, zoneOf(todo)).todayEndsAt ? 'today' : 'upcoming';
}

/** What is overdue first stands at the top, so that sections are whole; what has no date stays in the order of the list. */
export const soonestFirst = (todos: readonly Todo[]): Todo[] =>
  todos.toSorted(
    (one, other) =>
      overdueFrom(one) - overdueFrom(other) || (one.dueAt ?? Infinity) - (other.dueAt ?? Infinity) || 0,
  );

interface Facts {
  /** How many are open. */
  total: number;
  at: EpochMs;
  /** Of those who have to-dos; whoever is not among them is not named. */
  names: Names;
}

/** @param todos the soonest first, as many as are shown */
export function channelListText(texts: Texts, todos: readonly Todo[], { total, at, names }: Facts): string {
  const { livingPost, list } = texts;
  if (todos.length === 0) return `${livingPost.title(0)}\n${livingPost.nothing}`;
  const hasDates = todos.some(({ dueAt }) => dueAt !== null);
  const rows = todos.map((todo, index) => {
    const section = sectionOf(todo, at);
    const before = todos[index - 1];
    const begins = hasDates && (before === undefined || sectionOf(before, at) !== section);
    const row = rowIn(texts, todo, { at, names });
    return begins ? `\n${livingPost.sections[section]}\n${row}` : row;
  });
  return `${livingPost.title(total)}\n${inRows(rows, list.more, total)}`;
}

function rowIn({ when }: Texts, todo: Todo, { at, names }: Pick<Facts, 'at' | 'names'>): string {
  const { due, repeat, repeatFrom, assigneeId } = todo;
  const holder = assigneeId === null ? undefined : names.get(assigneeId);
  return [
    rowOf(todo),
    ...(holder === undefined ? [] : [holder]),
    ...(due === null ? [] : [when.date(due, dayAt(at, zoneOf(todo)))]),
    ...(due === null || repeat === null ? [] : [when.rule(repeat, repeatFrom)]),
  ].join(' · ');
}

/** When the text says another thing though nobody changed anything: something becomes overdue, or a day ends. */
export function changesByItself(todos: readonly Todo[], at: EpochMs): EpochMs {
  const dated = todos.filter(({ dueAt }) => dueAt !== null);
  const ends = [...new Set(dated.map(zoneOf))].map((zone) => daysAt(at, zone).todayEndsAt);
  const overdue = dated.map(overdueFrom).filter((moment) => moment > at);
  return Math.min(...ends, ...overdue);
}
