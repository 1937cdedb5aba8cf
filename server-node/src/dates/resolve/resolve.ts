import { MINUTE_MS, MINUTES_A_DAY, type EpochMs } from '../../shared/time.ts';
import type { Conventions } from '../conventions.ts';
import type { Facts, RepeatFact, Weekday, WrongDate } from '../facts.ts';
import { isWallClock, latestMomentOf, wallClockAt, wallClockFrom, type WallClock } from '../moment-of.ts';
import { dayNumberOf, isoDay, type DayNumber } from './calendar.ts';
import { clockOf, type MinutesOfDay } from './clock.ts';
import { dayOfFact, type Reference } from './day.ts';
import { firstDayOf, ruleOf, wrongRepeat } from './rule.ts';

export interface SaidWhen extends Conventions {
  now: EpochMs;
  /** IANA. */
  zone: string;
}

export interface When {
  due: WallClock;
  /** An RRULE without DTSTART; `due` is its anchor. */
  repeat: string | null;
  /** `done`: the next one counts from when this one is done. */
  repeatFrom: 'due' | 'done';
}

/** Makes dates of facts: what is said at `now` in `zone`. */
export function resolve(facts: Facts, said: SaidWhen): When | { refused: WrongDate } {
  if (facts.refused !== undefined) return { refused: facts.refused };
  const minutes = clockOf(facts);
  const reference = referenceOf(said, minutes);
  const when =
    facts.repeat === undefined ? once(facts, said, reference, minutes) : repeated(facts, reference, minutes);
  return 'due' in when && !isWallClock(when.due) ? { refused: 'no_such_year' } : when;
}

function referenceOf({ now, zone, weekStart }: SaidWhen, minutes: MinutesOfDay | undefined): Reference {
  return {
    today: dayNumberOf(wallClockAt(now, zone).slice(0, 10)),
    weekStart,
    isOver: (day) => minutes !== undefined && latestMomentOf(wallClockOf(day, minutes), zone) <= now,
  };
}

function once(
  facts: Facts,
  { now, zone }: SaidWhen,
  reference: Reference,
  minutes: MinutesOfDay | undefined,
): When | { refused: WrongDate } {
  const day = facts.day === undefined ? undefined : dayOfFact(facts.day, reference);
  if (facts.day !== undefined && day === undefined) return { refused: 'no_such_day' };
  if (facts.after !== undefined) return dueAt(afterNow(now, zone, reference, day, facts.after.minutes));
  const { today } = reference;
  if (day !== undefined)
    return dueAt(wallClockOf(day, day === today ? aheadToday(facts, reference, minutes) : minutes));
  return dueAt(wallClockOf(minutes === undefined ? today : comingDay(reference), minutes));
}

/** Soon after midnight the 25:00 of yesterday is still ahead. */
const comingDay = ({ today, isOver }: Reference): DayNumber =>
  [today - 1, today].find((day) => !isOver(day)) ?? today + 1;

/** "Today at 8", said in the afternoon, is eight in the evening. */
function aheadToday(
  { clock, part }: Facts,
  { today, isOver }: Reference,
  minutes: MinutesOfDay | undefined,
): MinutesOfDay | undefined {
  const mayBeLater = clock?.open === true && part === undefined && minutes !== undefined && isOver(today);
  return mayBeLater && minutes < MINUTES_A_DAY / 2 ? minutes + MINUTES_A_DAY / 2 : minutes;
}

const dueAt = (due: WallClock): When => ({ due, repeat: null, repeatFrom: 'due' });

/** "In a day and 2 hours": the days by the wall clock, the hours by the watch, and never less than was said. */
function afterNow(
  now: EpochMs,
  zone: string,
  { today }: Reference,
  day: DayNumber | undefined,
  minutes: number,
): WallClock {
  const at = wallClockFrom(now + minutes * MINUTE_MS, zone);
  if (day === undefined) return at;
  return isoDay(dayNumberOf(at.slice(0, 10)) + day - today) + at.slice(10);
}

function repeated(
  { repeat, day: startFact }: Facts,
  reference: Reference,
  minutes: MinutesOfDay | undefined,
): When | { refused: WrongDate } {
  if (repeat === undefined) return { refused: 'never' };
  const wrong = wrongRepeat(repeat);
  if (wrong !== undefined) return { refused: wrong };
  const start = startFact === undefined ? reference.today : dayOfFact(startFact, reference);
  const until = repeat.until && dayOfFact(repeat.until, reference);
  if (start === undefined || (repeat.until !== undefined && until === undefined))
    return { refused: 'no_such_day' };
  const first = firstDayOf(repeat, start, (day) => startFact !== undefined || !reference.isOver(day));
  if (first === undefined || (until !== undefined && until < first)) return { refused: 'never' };
  return {
    due: wallClockOf(first, minutes),
    repeat: ruleOf(isInNightAfter(minutes) ? onDaysAfter(repeat) : repeat, until),
    repeatFrom: repeat.fromDone ? 'done' : 'due',
  };
}

const isInNightAfter = (minutes: MinutesOfDay | undefined): boolean =>
  minutes !== undefined && minutes >= MINUTES_A_DAY;

/** Every Friday at 25:00 is every Saturday at one. */
const onDaysAfter = (repeat: RepeatFact): RepeatFact =>
  repeat.weekdays === undefined || repeat.nth !== undefined
    ? repeat
    : { ...repeat, weekdays: repeat.weekdays.map((weekday) => ((weekday % 7) + 1) as Weekday) };

function wallClockOf(day: DayNumber, minutes: MinutesOfDay | undefined): WallClock {
  if (minutes === undefined) return isoDay(day);
  const clock = minutes % MINUTES_A_DAY;
  const [hour, minute] = [Math.floor(clock / 60), clock % 60].map((part) => String(part).padStart(2, '0'));
  return `${isoDay(day + Math.floor(minutes / MINUTES_A_DAY))}T${hour}:${minute}`;
}
