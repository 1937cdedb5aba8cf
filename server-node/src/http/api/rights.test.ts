import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { ChangeView, ListView } from '../../contract/todo-view.ts';
import { call } from '../../testing/call.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { userId } from '../../testing/people.ts';
import { personList } from '../../todos/list.ts';
import { RIGHTS, RIGHTS_OF, type Relation, type Right } from '../../todos/rights.ts';

let backend: Backend;
let made: ChangeView;
const table = RIGHTS_OF as Record<Relation, Readonly<Record<Right, boolean>>>;
const asItIs = table.owner;

beforeAll(async () => {
  backend = await openBackend();
  backend.people.add('ann');
  made = (await call<ChangeView>(backend, 'ann', 'POST', '/lists/me/todos', { text: 'one' })).body;
});
afterEach(() => void (table.owner = asItIs));
afterAll(() => backend.close());

const todo = () => `/todos/${made.todos[0]?.id}`;

/** In an order in which each has something to do; those that take the to-do away come last. */
const WAYS: [string, readonly Right[], () => [string, string, unknown?]][] = [
  ['reads the list', ['see'], () => ['GET', '/lists/me']],
  ['reads the history', ['see'], () => ['GET', `${todo()}/history`]],
  ['adds', ['add'], () => ['POST', '/lists/me/todos', { text: 'two' }]],
  ['ticks', ['done'], () => ['PATCH', todo(), { state: 'done' }]],
  ['unticks', ['reopen'], () => ['PATCH', todo(), { state: 'open' }]],
  ['edits', ['edit'], () => ['PATCH', todo(), { notes: 'n' }]],
  ['dates', ['due'], () => ['PATCH', todo(), { due: '2099-12-04', repeat: 'FREQ=DAILY' }]],
  ['snoozes', ['snooze'], () => ['PATCH', todo(), { snooze: '2099-12-05' }]],
  ['skips', ['skip'], () => ['PATCH', todo(), { skip: true }]],
  ['asks for a reminder', ['remind'], () => ['PATCH', todo(), { reminders: [{ minutesBefore: 5 }] }]],
  ['does several things', ['edit', 'due'], () => ['PATCH', todo(), { text: 'new', due: null }]],
  ['types `list`', ['see'], () => ['POST', '/lists/me/commands', { line: 'list' }]],
  ['types a to-do', ['see', 'add'], () => ['POST', '/lists/me/commands', { line: 'three' }]],
  ['undoes', ['undo'], () => ['POST', `/changes/${made.changeId}/undo`]],
  ['deletes', ['delete'], () => ['DELETE', todo()]],
];

it.each(WAYS)('who %s needs the right to %s', async (_what, needed, way) => {
  for (const right of needed) {
    table.owner = { ...asItIs, [right]: false };
    const before = await backend.store.todos.list(personList(userId('ann')));
    expect([403, 404]).toContain((await call(backend, 'ann', ...way())).status);
    expect(await backend.store.todos.list(personList(userId('ann')))).toEqual(before);
  }
});

it.each(WAYS.slice(0, -2))('who %s needs no other right than to %s', async (_what, needed, way) => {
  const none = Object.fromEntries(RIGHTS.map((right) => [right, needed.includes(right)]));
  table.owner = { ...asItIs, ...none };
  expect((await call<ListView>(backend, 'ann', ...way())).status).toBeLessThan(300);
});
