import type { TodoView } from '@todo-node/server/contract/todo-view';
import { isOverdue } from '../calendar/overdue.ts';
import { dayAt, isDay, plusDays, wallClockAt } from '../calendar/wall-clock.ts';
import type { Say } from './sidebar-texts.ts';

export interface DueManner {
  now: number;
  locale: string;
  /** Of the reader. */
  zone: string;
  is24h: boolean;
  say: Say;
}

/** A date in words. */
export interface DueWords {
  words: string;
  /** With a time that is to come today. */
  isSoon: boolean;
  isOverdue: boolean;
}

/** Formatters are slow to make; a list needs the same few again and again. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** Wall clocks are written as they are: as if they hung in Greenwich. */
function format(wall: string, locale: string, options: Intl.DateTimeFormatOptions): string {
  const key = JSON.stringify([locale, options]);
  const formatter = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  formatters.set(key, formatter);
  return formatter.format(new Date(`${wall}Z`));
}

/** "Yesterday", "Today", "Tomorrow", else weekday and date; the year only when it is another one. */
function sayDay(day: string, { now, locale, zone, say }: DueManner, width: 'short' | 'long'): string {
  const today = dayAt(now, zone);
  if (day === today) return say('group.today');
  if (day === plusDays(today, -1)) return say('when.yesterday');
  if (day === plusDays(today, 1)) return say('when.tomorrow');
  const year = day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' as const };
  return format(`${day}T00:00`, locale, { weekday: width, day: 'numeric', month: width, ...year });
}

function sayTime(wall: string, { locale, is24h }: Pick<DueManner, 'locale' | 'is24h'>): string {
  const clock = is24h ? { hourCycle: 'h23' as const } : {};
  return format(wall, locale, { hour: is24h ? '2-digit' : 'numeric', minute: '2-digit', ...clock });
}

/** A wall clock in words, whatever of it is over. @param width `long` to be spoken */
export function sayWall(wall: string, manner: DueManner, width: 'short' | 'long' = 'short'): string {
  const day = sayDay(wall.slice(0, 10), manner, width);
  return isDay(wall) ? day : manner.say('when.dayAndTime', { day, time: sayTime(wall, manner) });
}

/** When a to-do is due, by the reader's own clock; of one that is due today with a time, the time alone. */
export function sayDue(
  todo: Pick<TodoView, 'due' | 'dueAt' | 'dueZone'>,
  manner: DueManner,
): DueWords | null {
  const { due, dueAt, dueZone } = todo;
  if (due === null || dueAt === null) return null;
  const isElsewhere = !isDay(due) && dueZone !== null && dueZone !== manner.zone;
  const wall = isElsewhere ? wallClockAt(dueAt, manner.zone) : due;
  const isSoon = !isDay(wall) && wall.slice(0, 10) === dayAt(manner.now, manner.zone);
  return {
    words: isSoon ? sayTime(wall, manner) : sayWall(wall, manner),
    isSoon,
    isOverdue: isOverdue(todo, manner.now),
  };
}
