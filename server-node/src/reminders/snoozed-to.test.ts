import { describe, expect, it } from '@jest/globals';
import { momentOf } from '../dates/moment-of.ts';
import { snoozedTo } from './snoozed-to.ts';

const TODO = { due: null, reminders: [] };

it.each([
  ['minutes15', '2026-12-01T12:16'],
  ['hour', '2026-12-01T13:01'],
] as const)('%s is never less than that', (until, due) => {
  expect(snoozedTo(until, TODO, Date.parse('2026-12-01T12:00:01Z'), 'UTC')).toBe(due);
});

describe('a quarter of an hour later', () => {
  it.each([
    ['on any day', '2026-12-01T12:00', 'Europe/Berlin', '2026-12-01T13:15'],
    ['before the hour that is there twice', '2026-10-25T00:10', 'Europe/Berlin', '2026-10-25T02:25'],
    ['in its second time', '2026-10-25T01:30', 'Europe/Berlin', '2026-10-25T03:45'],
    ['in the second time of half an hour', '2026-04-04T15:05', 'Australia/Lord_Howe', '2026-04-05T02:20'],
    ['before the hour that is left out', '2026-03-29T00:50', 'Europe/Berlin', '2026-03-29T03:05'],
  ])('%s', (_when, utc, zone, expected) => {
    const now = Date.parse(`${utc}Z`);
    const due = snoozedTo('minutes15', TODO, now, zone);
    expect(due).toBe(expected);
    expect(momentOf(due, zone)).toBeGreaterThan(now);
  });
});
