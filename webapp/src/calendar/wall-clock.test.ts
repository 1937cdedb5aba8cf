/** @jest-environment node */
import { expect, it } from '@jest/globals';
import { dayEndsAt, momentOf, plusDays, wallClockAt, weekdayOf } from './wall-clock.ts';

it.each([
  ['UTC', '2026-11-27', '2026-11-28T00:00:00.000Z'],
  ['Europe/Berlin', '2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
  ['Europe/Berlin', '2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
  ['Europe/Berlin', '2026-10-25', '2026-10-25T23:00:00.000Z'],
  ['Australia/Lord_Howe', '2026-10-04T02:15', '2026-10-03T15:45:00.000Z'],
  ['Australia/Lord_Howe', '2026-04-05T01:45', '2026-04-04T14:45:00.000Z'],
  ['America/Santiago', '2026-09-05', '2026-09-06T04:00:00.000Z'],
  ['Asia/Tokyo', '2026-12-04T17:00', '2026-12-04T08:00:00.000Z'],
])('takes in %s %s for the moment for which the backend takes it', (zone, due, moment) => {
  expect(new Date(momentOf(due, zone)).toISOString()).toBe(moment);
});

it('tells days apart by the wall of the zone', () => {
  const at = Date.UTC(2026, 11, 31, 16);
  expect(wallClockAt(at, 'Asia/Tokyo')).toBe('2027-01-01T01:00');
  expect(new Date(dayEndsAt(at, 'Asia/Tokyo')).toISOString()).toBe('2027-01-01T15:00:00.000Z');
  expect([plusDays('2026-12-31', 1), plusDays('2026-03-01', -1), weekdayOf('2026-11-29')]).toEqual([
    '2027-01-01',
    '2026-02-28',
    0,
  ]);
});
