import { dayAt, plusDays, startOfDay } from '../dates/moment-of.ts';
import { inRows, rowOf } from '../program/answers/rows.ts';
import type { Texts } from '../program/texts/texts.ts';
import type { EpochMs } from '../shared/time.ts';
import type { Todo } from '../todos/todo.ts';

export type Section = 'overdue' | 'today' | 'upcoming' | 'noDate';

/** A channel is in no zone, so each date is that of whoever has the to-do. */
const zoneOf = ({ dueZone }: Todo): string => dueZone ?? 'UTC';
const endOfDay = (at: EpochMs, zone: string): EpochMs => startOfDay(plusDays(dayAt(at, zone), 1), zone);

function sectionOf(todo: Todo, at: EpochMs): Section {
  if (todo.dueAt === null) return 'noDate';
  if (todo.dueAt <= at) return 'overdue';
  return todo.dueAt <= endOfDay(at, zoneOf(todo)) ? 'today' : 'upcoming';
}

/** The soonest first; those without a date in the order of the list. */
export const soonestFirst = (todos: readonly Todo[]): Todo[] =>
  todos.toSorted((one, other) => (one.dueAt ?? Infinity) - (other.dueAt ?? Infinity) || 0);

/**
 * @param todos the soonest first, as many as are shown
 * @param total how many are open
 */
export function channelListText(texts: Texts, todos: readonly Todo[], total: number, at: EpochMs): string {
  const { livingPost, list } = texts;
  if (todos.length === 0) return `${livingPost.title(0)}\n${livingPost.nothing}`;
  const hasDates = todos.some(({ dueAt }) => dueAt !== null);
  const rows = todos.map((todo, index) => {
    const section = sectionOf(todo, at);
    const before = todos[index - 1];
    const begins = hasDates && (before === undefined || sectionOf(before, at) !== section);
    return begins ? `\n${livingPost.sections[section]}\n${rowIn(texts, todo, at)}` : rowIn(texts, todo, at);
  });
  return `${livingPost.title(total)}\n${inRows(rows, list.more, total)}`;
}

function rowIn({ when }: Texts, todo: Todo, at: EpochMs): string {
  const { due, repeat, repeatFrom } = todo;
  return [
    rowOf(todo),
    ...(due === null ? [] : [when.date(due, dayAt(at, zoneOf(todo)))]),
    ...(due === null || repeat === null ? [] : [when.rule(repeat, repeatFrom)]),
  ].join(' · ');
}

/** When the text says another thing though nobody changed anything: something becomes overdue, or a day ends. */
export function changesByItself(todos: readonly Todo[], at: EpochMs): EpochMs {
  const dated = todos.filter(({ dueAt }) => dueAt !== null);
  const ends = [...new Set(dated.map(zoneOf))].map((zone) => endOfDay(at, zone));
  const dues = dated.flatMap(({ dueAt }) => (dueAt !== null && dueAt > at ? [dueAt] : []));
  return Math.min(...ends, ...dues);
}
