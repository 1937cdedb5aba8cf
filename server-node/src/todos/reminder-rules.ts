import type { Reminder } from '../contract/todo-view.ts';
import { momentOf, type WallClock } from '../dates/moment-of.ts';
import { isDefault } from '../reminders/default-reminder.ts';
import { AppError } from '../shared/app-error.ts';
import type { UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { withFields } from './fields.ts';
import type { NewId } from './new-id.ts';
import { refusedAct } from './refused-act.ts';
import type { Rule } from './rule.ts';
import { isOver } from './schedule-rules.ts';
import { holderOf, type Todo } from './todo.ts';
import { seenByHolder, type NewReminder } from './when.ts';

/** So many of one to-do; more are refused. */
export const MAX_REMINDERS = 10;
/** Four weeks. */
const MAX_MINUTES_BEFORE = 40_320;

/** Who asks for reminders. */
export interface Asker {
  actorId: UserId;
  newId: NewId;
}

/** Adds one, unless it is there already. @throws {AppError} invalid_input */
export const reminded =
  (reminder: NewReminder, by: Asker): Rule =>
  (todo, at) => {
    const added = reminderOf(todo, reminder, by, at);
    if (todo.reminders.some((one) => isSame(one, added))) return todo;
    const all = checkedCount(todo, withAdded(todo, added));
    return withFields(todo, { reminders: all, ...zoneOfReminders(todo, [reminder]) }, at);
  };

/** A to-do's fields when these take the place of the actor's. @throws {AppError} invalid_input */
export const reminderFields = (todo: Todo, reminders: readonly NewReminder[], by: Asker, at: EpochMs) => ({
  reminders: remindersOf(todo, reminders, by, at),
  ...zoneOfReminders(todo, reminders),
});

/** All there are when these take the place of the actor's; those that are there keep their ids. @throws {AppError} invalid_input */
function remindersOf(
  todo: Todo,
  reminders: readonly NewReminder[],
  by: Asker,
  at: EpochMs,
): readonly Reminder[] {
  const others = todo.reminders.filter(({ byId }) => byId !== by.actorId);
  const own: Reminder[] = [];
  for (const reminder of reminders) {
    const known = todo.reminders.find((one) => one.byId === by.actorId && timeOf(one) === timeOf(reminder));
    const one = known ?? reminderOf(todo, reminder, by, at);
    if (!own.some((other) => isSame(other, one))) own.push(one);
  }
  return checkedCount(todo, [...others, ...own]);
}

/** What is said of the time before it is due takes the place of what comes by default. */
const withAdded = ({ reminders }: Todo, added: Reminder): Reminder[] => [
  ...('at' in added ? reminders : reminders.filter((one) => !isDefault(one))),
  added,
];

/** Of a to-do that is not due, the zone in which its reminders stand. */
function zoneOfReminders(todo: Todo, reminders: readonly NewReminder[]): Partial<Pick<Todo, 'dueZone'>> {
  const timed = reminders.find((reminder) => 'at' in reminder);
  return timed === undefined || todo.dueZone !== null ? {} : { dueZone: timed.zones.of(holderOf(todo)) };
}

/** Those that the actor asked for; of a to-do that the actor has, all. */
export const unreminded =
  (actorId: UserId): Rule =>
  (todo, at) => {
    const isOwn = holderOf(todo) === actorId;
    const kept = isOwn ? [] : todo.reminders.filter(({ byId }) => byId !== actorId);
    return withFields(todo, { reminders: kept }, at);
  };

/** As it is kept. @throws {AppError} invalid_input */
function reminderOf(todo: Todo, reminder: NewReminder, { actorId, newId }: Asker, now: EpochMs): Reminder {
  const made = { id: newId(), byId: actorId };
  if ('at' in reminder) {
    const zone = reminder.zones.of(holderOf(todo));
    const at = seenByHolder(reminder.at, reminder.zones, todo);
    if (momentOf(at, zone) <= now) throw isOver(at);
    return { ...made, at };
  }
  const { minutesBefore } = reminder;
  if (!(Number.isInteger(minutesBefore) && minutesBefore >= 0 && minutesBefore <= MAX_MINUTES_BEFORE)) {
    throw new AppError(
      'invalid_input',
      `A reminder stands 0 to ${MAX_MINUTES_BEFORE} minutes before; got ${minutesBefore}.`,
      { details: refusedAct({ kind: 'too_long_before', max: MAX_MINUTES_BEFORE, minutes: minutesBefore }) },
    );
  }
  if (todo.due === null) throw needsDue(todo);
  return { ...made, minutesBefore };
}

const timeOf = (reminder: Reminder | NewReminder): WallClock | number =>
  'at' in reminder ? reminder.at : reminder.minutesBefore;

const isSame = (one: Reminder, other: Reminder): boolean =>
  one.byId === other.byId && timeOf(one) === timeOf(other);

function needsDue({ number }: Todo): AppError {
  return new AppError(
    'invalid_input',
    `To-do ${number} has no due date, so nothing comes before it. Give it one first. Nothing was changed.`,
    { details: refusedAct({ kind: 'needs_due', number }) },
  );
}

function checkedCount({ number }: Todo, reminders: readonly Reminder[]): readonly Reminder[] {
  if (reminders.length <= MAX_REMINDERS) return reminders;
  throw new AppError(
    'invalid_input',
    `A to-do may have ${MAX_REMINDERS} reminders, and to-do ${number} would have more. Nothing was changed.`,
    { details: refusedAct({ kind: 'too_many_reminders', max: MAX_REMINDERS, number }) },
  );
}
