import type { Reminder, TodoView } from '@todo-node/server/contract/todo-view';
import { isDay, momentOf } from './wall-clock.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1_440;
/** From nine in the morning, when whole days before a day are told, to the end of the day. */
const FROM_MORNING_MINUTES = 900;

type Reminded = Pick<TodoView, 'state' | 'due' | 'dueAt' | 'dueZone' | 'reminders'>;

/** The moments at which somebody is still reminded of a to-do; of one that is not open there are none. */
export function remindersToCome(todo: Reminded, now: number, zone: string): number[] {
  if (todo.state !== 'open') return [];
  return todo.reminders.map((reminder) => momentOfReminder(todo, reminder, zone)).filter((at) => at > now);
}

/** As the backend reckons it, but for the hour by which clocks change. */
function momentOfReminder({ due, dueAt, dueZone }: Reminded, reminder: Reminder, zone: string): number {
  if ('at' in reminder) return momentOf(reminder.at, dueZone ?? zone);
  if (due === null || dueAt === null) return -Infinity;
  const { id, minutesBefore } = reminder;
  const isMorning = isDay(due) && id !== 'default' && minutesBefore % DAY_MINUTES === 0;
  return dueAt - (minutesBefore + (isMorning ? FROM_MORNING_MINUTES : 0)) * MINUTE_MS;
}
