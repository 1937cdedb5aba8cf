import type { Reminder } from '../contract/todo-view.ts';
import { momentOf, type WallClock } from '../dates/moment-of.ts';
import { AppError } from '../shared/app-error.ts';
import type { UserId } from '../shared/ids.ts';
import { withFields } from './fields.ts';
import { refusedAct } from './refused-act.ts';
import type { Rule } from './rule.ts';
import { isOver } from './schedule-rules.ts';
import { holderOf, type Todo } from './todo.ts';
import { seenByHolder, type NewReminder } from './when.ts';

/** So many of one to-do; more are refused. */
export const MAX_REMINDERS = 10;
/** Four weeks. */
export const MAX_MINUTES_BEFORE = 40_320;

/** Adds one, unless it is there already. @throws {AppError} invalid_input */
export const reminded =
  (reminder: NewReminder, make: () => { id: string; byId: UserId }): Rule =>
  (todo, at) => {
    const added = reminderOf(todo, reminder, make());
    if ('at' in added && momentOf(added.at, zoneFor(todo, reminder)) <= at) throw isOver(added.at);
    if (todo.reminders.some((one) => isSame(one, added))) return todo;
    if (todo.reminders.length >= MAX_REMINDERS) throw tooMany(todo);
    return withFields(todo, { reminders: [...todo.reminders, added] }, at);
  };

/** Those that the actor asked for; of a to-do that the actor has, all. */
export const unreminded =
  (actorId: UserId): Rule =>
  (todo, at) => {
    const isOwn = holderOf(todo) === actorId;
    const kept = isOwn ? [] : todo.reminders.filter(({ byId }) => byId !== actorId);
    return withFields(todo, { reminders: kept }, at);
  };

/** As it is kept. @throws {AppError} invalid_input */
export function reminderOf(
  todo: Todo,
  reminder: NewReminder,
  { id, byId }: { id: string; byId: UserId },
): Reminder {
  if ('at' in reminder) return { id, byId, at: seenByHolder(reminder.at, reminder.zones, todo) };
  const { minutesBefore } = reminder;
  if (!(Number.isInteger(minutesBefore) && minutesBefore >= 0 && minutesBefore <= MAX_MINUTES_BEFORE)) {
    throw new AppError(
      'invalid_input',
      `A reminder stands 0 to ${MAX_MINUTES_BEFORE} minutes before; got ${minutesBefore}.`,
      { details: refusedAct({ kind: 'too_long_before', max: MAX_MINUTES_BEFORE, minutes: minutesBefore }) },
    );
  }
  if (todo.due === null) throw needsDue(todo);
  return { id, byId, minutesBefore };
}

const zoneFor = (todo: Todo, reminder: NewReminder): string =>
  'at' in reminder ? reminder.zones.of(holderOf(todo)) : (todo.dueZone ?? 'UTC');

function isSame(one: Reminder, other: Reminder): boolean {
  const whenOf = (reminder: Reminder): WallClock | number =>
    'at' in reminder ? reminder.at : reminder.minutesBefore;
  return one.byId === other.byId && whenOf(one) === whenOf(other);
}

function needsDue({ number }: Todo): AppError {
  return new AppError(
    'invalid_input',
    `To-do ${number} has no due date, so nothing comes before it. Give it one first. Nothing was changed.`,
    { details: refusedAct({ kind: 'needs_due', number }) },
  );
}

function tooMany({ number }: Todo): AppError {
  return new AppError(
    'invalid_input',
    `A to-do may have ${MAX_REMINDERS} reminders, and to-do ${number} has them. Nothing was changed.`,
    { details: refusedAct({ kind: 'too_many_reminders', max: MAX_REMINDERS, number }) },
  );
}
