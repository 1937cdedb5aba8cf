import { dayAt, isDay, plusDays, type WallClock } from '../dates/moment-of.ts';
import { nextDate } from '../dates/recurrence/next-date.ts';
import { AppError } from '../shared/app-error.ts';
import type { EpochMs } from '../shared/time.ts';
import { withFields } from './fields.ts';
import { refusedAct } from './refused-act.ts';
import type { Todo, TodoId } from './todo.ts';
import type { Rule } from './rule.ts';
import { dueFields, withTimeOf } from './when.ts';

/** A to-do with a rule, which has a date as well. */
type Repeating = Todo & { readonly repeat: string; readonly due: WallClock };

const isRepeating = (todo: Todo): todo is Repeating => todo.repeat !== null && todo.due !== null;

type Advanced = Pick<
  Todo,
  'due' | 'dueAt' | 'dueZone' | 'repeat' | 'repeatFrom' | 'repeatAnchor' | 'occurrence' | 'reminders'
>;

/**
 * The next one, a date of the rule after its own and on or after `from`, so that missed ones do not pile up. Reminders
 * at a moment of their own were for this one only.
 *
 * @returns undefined when the rule ends here
 */
function advanced(todo: Repeating, today: string, from: string): Advanced | undefined {
  const anchor = anchorOf(todo, today);
  const due = nextDate({ rule: todo.repeat, anchor }, afterWhich(todo, from));
  if (due === null) return undefined;
  return {
    ...dueFields(due, zoneOf(todo)),
    repeat: todo.repeat,
    repeatFrom: todo.repeatFrom,
    repeatAnchor: todo.repeatFrom === 'done' ? due : anchor,
    occurrence: null,
    reminders: todo.reminders.filter((reminder) => 'minutesBefore' in reminder),
  };
}

/** What counts from completion begins anew with the day of it. */
const anchorOf = ({ repeatFrom, repeatAnchor, due }: Repeating, today: string): WallClock =>
  repeatFrom === 'done' ? withTimeOf(today, repeatAnchor ?? due) : (repeatAnchor ?? due);

function afterWhich({ repeatFrom, occurrence, due }: Repeating, from: string): WallClock {
  const nominal = occurrence ?? due;
  const dayBefore = `${plusDays(from, -1)}${isDay(nominal) ? '' : 'T23:59'}`;
  return repeatFrom === 'done' || nominal < dayBefore ? dayBefore : nominal;
}

/** Each to-do that is due has one. */
const zoneOf = ({ dueZone }: Repeating): string => dueZone ?? 'UTC';

/** Goes on to the next date, from today on. @throws {AppError} invalid_input when there is none */
export const skipped: Rule = (todo, at) => {
  if (!isRepeating(todo)) throw cannotSkip('not_repeating', todo);
  const today = dayAt(at, zoneOf(todo));
  const next = advanced(todo, today, todo.repeatFrom === 'done' ? plusDays(today, 1) : today);
  if (next === undefined) throw cannotSkip('rule_ends', todo);
  return withFields(todo, next, at);
};

function cannotSkip(kind: 'not_repeating' | 'rule_ends', { number }: Todo): AppError {
  const why = { not_repeating: 'does not repeat', rule_ends: 'has no further date' }[kind];
  return new AppError(
    'invalid_input',
    `To-do ${number} ${why}, so it cannot go on to the next. Nothing was changed.`,
    {
      details: refusedAct({ kind, number }),
    },
  );
}

/** What is needed to make one of the same list. */
interface Birth {
  id: TodoId;
  number: number;
  at: EpochMs;
}

/** The one that follows when `todo` is ticked now, after today; undefined where none does. */
export function following(todo: Todo, { id, number, at }: Birth): Todo | undefined {
  if ((todo.state !== 'open' && todo.state !== 'waiting') || !isRepeating(todo)) return undefined;
  const today = dayAt(at, zoneOf(todo));
  const next = advanced(todo, today, plusDays(today, 1));
  if (next === undefined) return undefined;
  const answer = todo.state === 'waiting' ? ({ state: 'open', request: 'accepted' } as const) : {};
  return { ...todo, ...next, ...answer, id, number, version: 1, createdAt: at, updatedAt: at };
}
