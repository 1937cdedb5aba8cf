/** @jest-environment node */
import { expect, it } from '@jest/globals';
import type { Reminder } from '@todo-node/server/contract/todo-view';
import { makeTodo, NOON } from '../testing/make-todo.ts';
import { remindersToCome } from './reminders-to-come.ts';
import { momentOf } from './wall-clock.ts';

const ZONE = 'Asia/Tokyo';
const TO_BE_DUE = '2026-12-04';
const before = (minutesBefore: number, id = 'r'): Reminder => ({ id, byId: 'a', minutesBefore });

it.each<[Reminder, string, string]>([
  [before(60), `${TO_BE_DUE}T17:00`, '2026-12-04T16:00'],
  [before(1_440), `${TO_BE_DUE}T17:00`, '2026-12-03T17:00'],
  [before(900, 'default'), TO_BE_DUE, '2026-12-04T09:00'],
  [before(1_440, 'default'), TO_BE_DUE, '2026-12-04T00:00'],
  [before(1_440), TO_BE_DUE, '2026-12-03T09:00'],
  [{ id: 'r', byId: 'a', at: '2026-11-30T08:15' }, TO_BE_DUE, '2026-11-30T08:15'],
])('%j of what is due %s is at %s', (reminder, due, at) => {
  const dueAt = momentOf(due, ZONE);
  const todo = makeTodo({ due, dueAt, dueZone: ZONE, reminders: [reminder] });
  expect(remindersToCome(todo, NOON, 'UTC')).toEqual([momentOf(at, ZONE)]);
  expect(remindersToCome(todo, momentOf(at, ZONE), 'UTC')).toEqual([]);
});

it('has none of what is done or waits for an answer, or stands before a date that is gone', () => {
  const reminders = [before(10)];
  const due = { due: TO_BE_DUE, dueAt: momentOf(TO_BE_DUE, ZONE), dueZone: ZONE, reminders };
  for (const state of ['done', 'waiting', 'declined'] as const)
    expect(remindersToCome(makeTodo({ ...due, state }), NOON, ZONE)).toEqual([]);
  expect(remindersToCome(makeTodo({ reminders }), NOON, ZONE)).toEqual([]);
});
