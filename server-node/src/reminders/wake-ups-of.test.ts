import { expect, it } from '@jest/globals';
import type { Reminder } from '../contract/todo-view.ts';
import type { UserId } from '../shared/ids.ts';
import type { TodoId } from '../todos/todo.ts';
import { wakeUpsOf, type Reminded } from './wake-ups-of.ts';

const todo = (more: Partial<Reminded>): Reminded => ({
  ...{ id: 't' as TodoId, state: 'open', assigneeId: 'ann' as UserId },
  ...{ due: null, dueZone: 'Europe/Berlin', reminders: [] },
  ...more,
});
const before = (minutesBefore: number, id = 'r'): Reminder => ({ id, byId: 'bob', minutesBefore });
const at = (moment: string, id = 'r'): Reminder => ({ id, byId: 'bob', at: moment });
const momentsOf = (more: Partial<Reminded>) =>
  wakeUpsOf(todo(more)).map((wakeUp) => new Date(wakeUp.at).toISOString());

it.each<[string, string | null, Reminder, string[]]>([
  ['minutes before a minute', '2026-12-04T17:00', before(30), ['2026-12-04T15:30:00.000Z']],
  ['at the minute itself', '2026-12-04T17:00', before(0), ['2026-12-04T16:00:00.000Z']],
  ['minutes before the end of a day', '2026-12-04', before(900), ['2026-12-04T08:00:00.000Z']],
  ['in the morning of a day', '2026-12-04', before(0), ['2026-12-04T08:00:00.000Z']],
  ['in the morning two days before', '2026-12-04', before(2_880), ['2026-12-02T08:00:00.000Z']],
  ['at midnight, where that is set', '2026-12-04', before(1_440, 'default'), ['2026-12-03T23:00:00.000Z']],
  ['on a day of 23 hours', '2026-03-29', before(900), ['2026-03-29T07:00:00.000Z']],
  ['on a day of 25 hours', '2026-10-25', before(900), ['2026-10-25T08:00:00.000Z']],
  ['before a minute that does not exist', '2026-03-29T02:30', before(0), ['2026-03-29T01:30:00.000Z']],
  ['at a moment of its own', null, at('2026-12-01T09:00'), ['2026-12-01T08:00:00.000Z']],
  ['before a date that there is no more', null, before(30), []],
])('wakes %s', (_when, due, reminder, moments) => {
  expect(momentsOf({ due, reminders: [reminder] })).toEqual(moments);
});

it.each(['done', 'deleted'] as const)('wakes nobody for one that is %s', (state) => {
  expect(momentsOf({ state, reminders: [at('2026-12-01T09:00')] })).toEqual([]);
});

it('wakes whoever has it, else whoever asked, and each moment once', () => {
  const reminders = [at('2026-12-01T09:00', '1'), before(0, '2'), before(15, '3')];
  const both = { due: '2026-12-01T09:00', reminders };
  expect(wakeUpsOf(todo(both))).toMatchObject([
    { key: 'reminder:t:1', personId: 'ann', about: 't', kind: 'reminder' },
    { key: 'reminder:t:3', personId: 'ann' },
  ]);
  expect(wakeUpsOf(todo({ ...both, assigneeId: null }))).toMatchObject([{ personId: 'bob' }, {}]);
});
