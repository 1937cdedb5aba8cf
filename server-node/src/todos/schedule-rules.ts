import { dayAt, isDay, plusDays, type WallClock } from '../dates/moment-of.ts';
import { nextDate } from '../dates/recurrence/next-date.ts';
import { wrongRule } from '../dates/recurrence/wrong-rule.ts';
import { AppError } from '../shared/app-error.ts';
import type { EpochMs } from '../shared/time.ts';
import { withFields } from './fields.ts';
import { refusedAct } from './refused-act.ts';
import { holderOf, type Todo } from './todo.ts';
import { NO_RULE, type Rule } from './rule.ts';
import { dueFields, seenByHolder, withTimeOf, type Until, type When } from './when.ts';

type TimeFields = Pick<
  Todo,
  'due' | 'dueAt' | 'dueZone' | 'repeat' | 'repeatFrom' | 'repeatAnchor' | 'occurrence'
>;

/**
 * When it is due. A rule begins with the date, whichever of the two is said.
 *
 * @throws {AppError} invalid_input when it is no rule that can be kept
 */
export function scheduleFields(todo: Todo, when: When, at: EpochMs): TimeFields {
  const zone = when.zones.of(holderOf(todo));
  const repeat = when.repeat === undefined ? todo.repeat : when.repeat;
  const due = dueOf(todo, when, repeat, dayAt(at, zone));
  if (due === null) return { ...dueFields(null, zone), ...NO_RULE, dueZone: zoneOfRest(todo, zone) };
  if (repeat === null) return { ...dueFields(due, zone), ...NO_RULE };
  refuseWrongRule(repeat, due);
  const isKept = when.due === undefined && when.repeat === undefined;
  return {
    ...dueFields(due, zone),
    repeat,
    repeatFrom: when.repeat === undefined ? todo.repeatFrom : (when.repeatFrom ?? 'due'),
    repeatAnchor: isKept ? todo.repeatAnchor : due,
    occurrence: isKept ? todo.occurrence : null,
  };
}

/** Reminders at a moment of their own stand in a zone, too. */
const zoneOfRest = ({ reminders }: Todo, zone: string): string | null =>
  reminders.some((reminder) => 'at' in reminder) ? zone : null;

/** A rule without a date begins today, or with the first of its dates after that. */
function dueOf(todo: Todo, { due, zones }: When, repeat: string | null, today: string): WallClock | null {
  if (due !== undefined) return due === null ? null : seenByHolder(due, zones, todo);
  if (todo.due !== null || repeat === null) return todo.due;
  refuseWrongRule(repeat, today);
  return nextDate({ rule: repeat, anchor: today }, plusDays(today, -1)) ?? today;
}

function refuseWrongRule(rule: string, anchor: WallClock): void {
  const why = wrongRule({ rule, anchor });
  if (why === undefined) return;
  const reason = {
    unreadable: 'It cannot be read',
    too_often: 'It repeats more than once a day',
    never: 'It never comes',
  }[why];
  throw new AppError(
    'invalid_input',
    `Expected a rule such as FREQ=WEEKLY;BYDAY=MO; got ${rule}. ${reason}.`,
    {
      details: refusedAct({ kind: 'wrong_rule', why, rule }),
    },
  );
}

/**
 * Moves when it is due, a day with the time of day it had if that is still to come there, and remembers which date of the rule it was. To a minute,
 * the actor is reminded then, and not at what was moved away from.
 *
 * @throws {AppError} invalid_input when that is over already
 */
export const snoozed =
  ({ due: until, zones }: Until, newReminder: () => { id: string; byId: string }): Rule =>
  (todo, at) => {
    const zone = zones.of(holderOf(todo));
    const isAhead = (one: WallClock) => (dueFields(one, zone).dueAt ?? 0) > at;
    const wanted = seenByHolder(until, zones, todo);
    const timed = withTimeOf(wanted, todo.due);
    const due = isAhead(timed) ? timed : wanted;
    if (!isAhead(due)) throw isOver(due);
    const fields = dueFields(due, zone);
    const reminder = newReminder();
    const others = todo.reminders.filter((one) => !('at' in one && one.byId === reminder.byId));
    return withFields(
      todo,
      {
        ...fields,
        occurrence: todo.repeat === null ? null : (todo.occurrence ?? todo.due),
        reminders: isDay(due) ? others : [...others, { ...reminder, at: due }],
      },
      at,
    );
  };

export function isOver(at: WallClock): AppError {
  return new AppError(
    'invalid_input',
    `Expected a moment that is still to come; got ${at.replace('T', ' ')}, which is over. Nothing was changed.`,
    { details: refusedAct({ kind: 'is_over', at }) },
  );
}
