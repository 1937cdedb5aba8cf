import { Temporal } from 'temporal-polyfill';
import { MINUTE_MS, type EpochMs } from '../shared/time.ts';

/** A day (`2026-12-04`) or a wall-clock minute (`2026-12-04T17:00`), of no zone. Earlier ones sort before later ones. */
export type WallClock = string;

const SHAPE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/;

/**
 * The years that are taken. One before and one behind have four digits as well, so that neither another zone nor the
 * midnight that ends a day leads out of what a wall clock can say.
 */
const FIRST_YEAR = 2;
export const LAST_YEAR = 9_998;

/** Whether it has the form, and is a date of the calendar: not 31 February, nor 25 o'clock. */
export function isWallClock(text: string): text is WallClock {
  if (!SHAPE.test(text)) return false;
  try {
    const { year } = Temporal.PlainDateTime.from(text, { overflow: 'reject' });
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  } catch {
    return false;
  }
}

export const isDay = (wallClock: WallClock): boolean => !wallClock.includes('T');
export const dayOf = (wallClock: WallClock): string => wallClock.slice(0, 10);

/**
 * When it is over: the minute itself, or the midnight that ends the day. A minute that does not exist in spring is
 * taken an hour later (RFC 5545), and of the two in autumn the first.
 */
export function momentOf(wallClock: WallClock, zone: string): EpochMs {
  if (!isDay(wallClock))
    return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone).epochMilliseconds;
  return startOfDay(plusDays(wallClock, 1), zone);
}

/** The first moment of a day, which is not midnight everywhere. */
export const startOfDay = (day: string, zone: string): EpochMs =>
  Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds;

/** What a clock on the wall there shows, to the minute. */
export const wallClockAt = (at: EpochMs, zone: string): WallClock =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute', roundingMode: 'trunc' });

/**
 * The first minute of such a clock that is no earlier than `at`. A minute that is there twice in autumn means the first:
 * of the second, the minute that is as much later is taken.
 */
export function wallClockFrom(at: EpochMs, zone: string): WallClock {
  const wholeAt = Math.ceil(at / MINUTE_MS) * MINUTE_MS;
  const shown = wallClockAt(wholeAt, zone);
  const earlyMs = wholeAt - momentOf(shown, zone);
  return earlyMs === 0 ? shown : wallClockAt(wholeAt + earlyMs, zone);
}

export const dayAt = (at: EpochMs, zone: string): string => dayOf(wallClockAt(at, zone));

export const plusDays = (day: string, days: number): string =>
  Temporal.PlainDate.from(dayOf(day)).add({ days }).toString();

/** The same moment by the clock of another zone; a day stays the day. */
export const movedTo = (wallClock: WallClock, from: string, to: string): WallClock =>
  isDay(wallClock) || from === to ? wallClock : wallClockAt(momentOf(wallClock, from), to);

/** As {@link momentOf}; of a minute that is there twice in autumn the second, so that one of them is still ahead. */
export const latestMomentOf = (wallClock: WallClock, zone: string): EpochMs =>
  isDay(wallClock)
    ? momentOf(wallClock, zone)
    : Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone, { disambiguation: 'later' })
        .epochMilliseconds;
