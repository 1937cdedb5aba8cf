import { describe, expect, it } from '@jest/globals';
import { dayAt, isWallClock, momentOf, movedTo, plusDays, startOfDay, wallClockAt } from './moment-of.ts';

const utc = (iso: string) => Date.parse(`${iso}Z`);

describe('a wall clock', () => {
  it.each([
    ['a minute', '2026-12-04T17:00', 'Europe/Berlin', '2026-12-04T16:00'],
    ['a day, which is over at midnight', '2026-12-04', 'Europe/Berlin', '2026-12-04T23:00'],
    ['a day of 25 hours', '2026-10-25', 'Europe/Berlin', '2026-10-25T23:00'],
    ['a minute that does not exist: an hour later', '2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30'],
    ['a minute that is there twice: the first', '2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30'],
    ['a minute missing of half an hour', '2026-10-04T02:10', 'Australia/Lord_Howe', '2026-10-03T15:40'],
    ['a day before one without midnight', '2026-09-05', 'America/Santiago', '2026-09-06T04:00'],
  ])('is a moment: %s', (_what, wallClock, zone, expected) => {
    expect(new Date(momentOf(wallClock, zone)).toISOString().slice(0, 16)).toBe(expected);
  });

  it('is what the wall shows, seconds left out', () => {
    expect(wallClockAt(utc('2026-12-04T16:00:59'), 'Asia/Tokyo')).toBe('2026-12-05T01:00');
    expect(dayAt(utc('2026-12-04T16:00:59'), 'America/New_York')).toBe('2026-12-04');
  });

  it('is none of years that another zone would lead out of', () => {
    expect(isWallClock('9998-12-31T23:59')).toBe(true);
    expect(movedTo('9998-12-31T23:59', 'UTC', 'Asia/Tokyo')).toBe('9999-01-01T08:59');
    expect(['0001-01-01', '9999-12-31', '9999-12-31T23:59'].map(isWallClock)).toEqual([false, false, false]);
  });

  it('moves with its moment to another zone, while a day stays', () => {
    expect(movedTo('2026-12-04T17:00', 'Europe/Berlin', 'Asia/Tokyo')).toBe('2026-12-05T01:00');
    expect(movedTo('2026-12-04', 'Europe/Berlin', 'Asia/Tokyo')).toBe('2026-12-04');
  });

  it('counts days over the ends of months', () => {
    expect(plusDays('2028-02-28T09:00', 1)).toBe('2028-02-29');
    expect(plusDays('2026-01-01', -1)).toBe('2025-12-31');
  });

  it('begins a day where there is no midnight at one', () => {
    expect(startOfDay('2026-09-06', 'America/Santiago')).toBe(utc('2026-09-06T04:00'));
  });
});
