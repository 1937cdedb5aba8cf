import { Temporal } from 'temporal-polyfill';
import type { Reminder } from '../contract/todo-view.ts';
import { isDay, momentOf, plusDays, type WallClock } from '../dates/moment-of.ts';
import type { UserId } from '../shared/ids.ts';
import { MINUTE_MS, MINUTES_A_DAY, type EpochMs } from '../shared/time.ts';
import type { Todo, TodoId } from '../todos/todo.ts';
import type { WakeUp, WakeUpKey } from '../wake-ups/wake-up.ts';

/** Marks the one that nobody asked for, so that another due date brings another one in its place. */
export const DEFAULT_REMINDER = 'default';

/** From nine in the morning to the end of a day. */
const FROM_MORNING_MINUTES = 15 * 60;

/** What of a to-do decides who is reminded of it, and when. */
export type Reminded = Pick<Todo, 'id' | 'state' | 'assigneeId' | 'due' | 'dueZone' | 'reminders'>;

/** When a person is to be reminded of a to-do, each moment once. None of one that is done or deleted. */
export function wakeUpsOf(todo: Reminded): WakeUp[] {
  if (todo.state !== 'open') return [];
  const wakeUps = new Map<string, WakeUp>();
  for (const reminder of todo.reminders) {
    const at = momentOfReminder(todo, reminder);
    if (at === null) continue;
    const personId = todo.assigneeId ?? (reminder.byId as UserId);
    const key = reminderKey(todo.id, reminder.id);
    const moment = `${personId} ${at}`;
    if (!wakeUps.has(moment)) wakeUps.set(moment, { key, at, kind: 'reminder', personId, about: todo.id });
  }
  return [...wakeUps.values()];
}

const reminderKey = (todoId: TodoId, reminderId: string): WakeUpKey =>
  `reminder:${todoId}:${reminderId}` as WakeUpKey;

/** @returns null for one that stands before a due date that there is no more */
export function momentOfReminder(
  { due, dueZone }: Pick<Todo, 'due' | 'dueZone'>,
  reminder: Reminder,
): EpochMs | null {
  const zone = dueZone ?? 'UTC';
  if ('at' in reminder) return momentOf(reminder.at, zone);
  if (due === null) return null;
  if (!isDay(due)) return momentOf(due, zone) - reminder.minutesBefore * MINUTE_MS;
  return momentOf(beforeTheEndOf(due, minutesBeforeTheEnd(reminder)), zone);
}

/** Of something due on a day, whole days before are mornings. What comes by default says its time of day itself. */
const minutesBeforeTheEnd = ({ id, minutesBefore }: Extract<Reminder, { minutesBefore: number }>): number =>
  id !== DEFAULT_REMINDER && minutesBefore % MINUTES_A_DAY === 0
    ? minutesBefore + FROM_MORNING_MINUTES
    : minutesBefore;

/** By the clock on the wall, so that nine o'clock is nine o'clock on a day of 23 hours, too. */
const beforeTheEndOf = (day: WallClock, minutes: number): WallClock =>
  Temporal.PlainDateTime.from(plusDays(day, 1)).subtract({ minutes }).toString({ smallestUnit: 'minute' });
