import type { RepeatFrom } from '../contract/vocabulary.ts';
import { isDay, momentOf, movedTo, type WallClock } from '../dates/moment-of.ts';
import type { UserId } from '../shared/ids.ts';
import { holderOf, type Todo } from './todo.ts';

/** What is said of when something is due and how it repeats; what is left out stays as it is, and null takes it away. */
export interface Schedule {
  due?: WallClock | null;
  /** An RRULE without DTSTART. */
  repeat?: string | null;
  /** Beside a rule; left out: `due`. */
  repeatFrom?: RepeatFrom;
}

/** Where wall clocks hang: of the one who says something, and of those who have the to-dos. */
export interface Zones {
  readonly own: string;
  readonly of: (holder: UserId) => string;
}

/** Whoever says something has the to-dos as well, or speaks by the clock of whoever has them. */
export const oneZone = (zone: string): Zones => ({ own: zone, of: () => zone });

/** A schedule by the clock of whoever says it. */
export interface When extends Schedule {
  zones: Zones;
}

/** The date to which something is moved. */
export interface Until {
  due: WallClock;
  zones: Zones;
}

/** A reminder as it is said: at a minute by the clock of whoever says it, or so many minutes before it is due. */
export type NewReminder = { at: WallClock; zones: Zones } | { minutesBefore: number };

type Held = Pick<Todo, 'assigneeId' | 'creatorId'>;

export const dueFields = (due: WallClock | null, zone: string): Pick<Todo, 'due' | 'dueAt' | 'dueZone'> =>
  due === null ? { due, dueAt: null, dueZone: null } : { due, dueAt: momentOf(due, zone), dueZone: zone };

/**
 * The time of a to-do that goes to somebody in another zone. What is said of one moment stays that moment; a day stays
 * the day, and what repeats stays as the rule says it, by the clock on the other wall.
 */
export function timeWhere(
  { due, dueZone, repeat, reminders }: Todo,
  zone: string,
): Partial<Pick<Todo, 'due' | 'dueAt' | 'dueZone' | 'reminders'>> {
  if (dueZone === null || dueZone === zone) return {};
  const seen = (said: WallClock) => (repeat === null ? movedTo(said, dueZone, zone) : said);
  const moved = reminders.map((one) => ('at' in one ? { ...one, at: seen(one.at) } : one));
  return { ...dueFields(due === null ? null : seen(due), zone), dueZone: zone, reminders: moved };
}

/** The wall clock that whoever has the to-do sees at that moment. */
export const seenByHolder = (said: WallClock, zones: Zones, todo: Held): WallClock =>
  movedTo(said, zones.own, zones.of(holderOf(todo)));

/** When one is reminded on a day without a time. */
const MORNING = '09:00';

export const inTheMorning = (date: WallClock): WallClock => (isDay(date) ? `${date}T${MORNING}` : date);

/** The day of `date` with the time of day that `timed` has, where `date` has none. */
export const withTimeOf = (date: WallClock, timed: WallClock | null): WallClock =>
  timed === null || isDay(timed) || !isDay(date) ? date : `${date}${timed.slice(10)}`;
