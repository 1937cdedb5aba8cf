import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { makeReadDates } from '../../program/said/read-text.ts';
import { AppError } from '../../shared/app-error.ts';
import type { DueView, ErrorView, ReadingView, RulesView } from '../../contract/api.ts';
import type { ChangeView, TodoView } from '../../contract/todo-view.ts';
import { momentOf, plusDays, wallClockAt } from '../../dates/moment-of.ts';
import { call } from '../../testing/call.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { channelId, userId } from '../../testing/people.ts';
import { channelList } from '../../todos/list.ts';
import { oneZone } from '../../todos/when.ts';

const ZONE = 'Asia/Tokyo';
let backend: Backend;

beforeAll(async () => {
  backend = await openBackend();
  for (const name of ['ann', 'bob', 'cal']) backend.people.add(name, { timeZone: ZONE, channels: ['town'] });
  backend.people.add('guest', { isGuest: true });
});
afterAll(() => backend.close());

const today = () => wallClockAt(Date.now(), ZONE).slice(0, 10);
const add = async (body: object, name = 'ann'): Promise<TodoView> => {
  const answer = await call<ChangeView>(backend, name, 'POST', '/lists/me/todos', body);
  expect(answer.status).toBe(201);
  return answer.body.todos[0] as TodoView;
};
const patch = (id: string, body: object, name = 'ann') =>
  call<ChangeView>(backend, name, 'PATCH', `/todos/${id}`, body);

it('keeps what is said of time by the clock of whoever has the to-do', async () => {
  const rule = 'FREQ=WEEKLY;BYDAY=FR';
  const said = {
    due: '2099-12-04T17:00',
    repeat: rule,
    repeatFrom: 'done',
    reminders: [{ minutesBefore: 5 }],
  };
  const todo = await add({ text: 'Report', ...said });
  expect(todo).toMatchObject({
    ...said,
    dueAt: momentOf('2099-12-04T17:00', ZONE),
    dueZone: ZONE,
    repeatAnchor: '2099-12-04T17:00',
    reminders: [{ id: expect.any(String), byId: userId('ann'), minutesBefore: 5 }],
  });
});

it('edits texts and dates in one change, and gives undone dates back', async () => {
  const { id } = await add({ text: 'Report' });
  const body = { text: 'The report', due: '2099-12-04', reminders: [{ at: '2099-12-03T09:00' }] };
  const { body: change } = await patch(id, body);
  expect(change.todos).toMatchObject([{ ...body, version: 2 }]);
  const kept = await patch(id, { reminders: [{ at: '2099-12-03T09:00' }, { minutesBefore: 0 }] });
  expect(kept.body.todos[0]?.reminders).toEqual([
    change.todos[0]?.reminders[0],
    { id: expect.any(String), byId: userId('ann'), minutesBefore: 0 },
  ]);
  await patch(id, { due: null });
  const undone = await call<ChangeView>(backend, 'ann', 'POST', `/changes/${change.changeId}/undo`);
  expect([undone.status, (undone.body as unknown as ErrorView).code]).toEqual([409, 'changed_since']);
});

it('brings no reminder by default with a date for which somebody wants none', async () => {
  const due = '2099-12-04T17:00';
  const usual = [{ id: 'default', byId: userId('ann'), minutesBefore: 0 }];
  expect(await add({ text: 'Report', due })).toMatchObject({ reminders: usual });
  const { id, reminders } = await add({ text: 'Report', due, reminders: [] });
  expect(reminders).toEqual([]);
  const several = await add({ text: 'Report', due, reminders: [], more: ['Call Bob'] });
  expect(several).toMatchObject({ due, reminders: [] });
  await patch(id, { due: null });
  expect((await patch(id, { due, reminders: [] })).body.todos).toMatchObject([{ due, reminders: [] }]);
  await patch(id, { due: null });
  expect((await patch(id, { due })).body.todos).toMatchObject([{ due, reminders: usual }]);
});

it('moves one occurrence, and goes on to the next', async () => {
  const { id } = await add({ text: 'Water plants', due: '2099-12-04', repeat: 'FREQ=WEEKLY;BYDAY=FR' });
  const snoozed = await patch(id, { snooze: '2099-12-05' });
  expect(snoozed.body.todos).toMatchObject([{ due: '2099-12-05', occurrence: '2099-12-04' }]);
  const skipped = await patch(id, { skip: true });
  expect(skipped.body.todos).toMatchObject([{ due: '2099-12-11', occurrence: null }]);
  const done = await patch(id, { state: 'done' });
  expect(done.body.todos).toMatchObject([
    { id, state: 'done', repeat: null },
    { state: 'open', due: '2099-12-18', repeatAnchor: '2099-12-04' },
  ]);
});

it('reads the date out of a text, unless the body says one, none, or that it is not to be read', async () => {
  const tomorrow = plusDays(today(), 1);
  expect(await add({ text: 'Buy milk tomorrow' })).toMatchObject({
    text: 'Buy milk',
    due: tomorrow,
    dueZone: ZONE,
  });
  const asText = { text: 'Buy milk tomorrow', due: null };
  expect(await add({ text: 'Buy milk tomorrow', due: null })).toMatchObject(asText);
  expect(await add({ text: 'Buy milk tomorrow', readDates: false })).toMatchObject(asText);
  const said = { due: '2099-12-04', text: 'Buy milk tomorrow' };
  expect(await add(said)).toMatchObject(said);
  expect(await add({ ...said, readDates: true })).toMatchObject({ due: '2099-12-04', text: 'Buy milk' });
  const { id } = await add({ text: 'x' });
  expect((await patch(id, { text: 'Buy bread tomorrow' })).body.todos).toMatchObject([
    { text: 'Buy bread', due: tomorrow },
  ]);
  expect((await patch(id, { text: 'Bread', notes: 'tomorrow' })).body.todos).toMatchObject([
    { text: 'Bread', notes: 'tomorrow', due: tomorrow },
  ]);
});

it('reads the dates of several texts', async () => {
  const body = { text: 'one', more: ['two tomorrow', 'three'] };
  const { body: change } = await call<ChangeView>(backend, 'ann', 'POST', '/lists/me/todos', body);
  expect(change.todos).toMatchObject([
    { text: 'one', due: null },
    { text: 'two', due: plusDays(today(), 1) },
    { text: 'three', due: null },
  ]);
});

it('explains what a text says while it is typed', async () => {
  const explain = async (text: string) =>
    (await call<ReadingView>(backend, 'ann', 'POST', '/explain', { text })).body;
  expect(await explain('Buy milk tomorrow')).toEqual({
    ...{ text: 'Buy milk', due: plusDays(today(), 1), repeat: null, repeatFrom: 'due' },
    ...{ dueWords: 'tomorrow', repeatWords: '', spans: [{ from: 9, to: 17 }], readings: [], wrong: null },
    assignee: null,
  });
  expect(await explain('Buy milk')).toMatchObject({ text: 'Buy milk', due: null, spans: [] });
  expect(await explain('')).toMatchObject({ text: '', due: null });
});

it('says rules in the language of the caller', async () => {
  backend.people.add('emi', { locale: 'ja' });
  const rules = [
    { repeat: 'FREQ=MONTHLY;BYDAY=-1FR', repeatFrom: 'due' },
    { repeat: 'FREQ=DAILY;INTERVAL=3', repeatFrom: 'done' },
    { repeat: 'FREQ=YEARLY;BYWEEKNO=3', repeatFrom: 'due' },
    { repeat: 'nonsense', repeatFrom: 'due' },
  ];
  const say = async (name: string) =>
    (await call<RulesView>(backend, name, 'POST', '/rules', { rules })).body.words;
  expect(await say('ann')).toEqual(['every last Friday', 'every! 3 days', '', '']);
  expect(await say('emi')).toEqual(['毎月最終金曜', '完了から3日ごと', '', '']);
  const many = Array.from({ length: 101 }, () => rules[0]);
  const refused = await call<ErrorView>(backend, 'ann', 'POST', '/rules', { rules: many });
  expect(refused).toMatchObject({ status: 400, body: { code: 'invalid_input' } });
});

it('adds a text without a date while Mattermost is away, and says what it cannot know of one with a date', async () => {
  const isAway = async () => {
    throw new AppError('mattermost_unavailable', 'Mattermost is away.');
  };
  const read = makeReadDates({ clockOf: isAway, now: Date.now });
  expect(await read(userId('dan'), 'Buy milk')).toMatchObject({ text: 'Buy milk', due: null });
  await expect(read(userId('dan'), 'Buy milk tomorrow')).rejects.toMatchObject({
    code: 'mattermost_unavailable',
  });
});

it.each([
  ['a day that there is not', { due: '2099-02-31' }, 'due'],
  ['an hour that there is not', { due: '2099-02-01T25:00' }, 'due'],
  ['a year of five digits', { due: '12099-02-01' }, 'due'],
  ['words', { due: 'tomorrow' }, 'due'],
  ['a reminder for a day', { reminders: [{ at: '2099-02-01' }] }, 'reminders'],
  ['a reminder of both kinds', { reminders: [{ at: '2099-02-01T09:00', minutesBefore: 1 }] }, 'reminders'],
  ['two changes', { state: 'done', due: '2099-02-01' }, 'one change'],
  ['a snooze and a date', { snooze: '2099-02-01', due: '2099-02-01' }, 'one change'],
  ['a rule that never comes', { repeat: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31' }, 'FREQ'],
  ['a rule of every minute', { repeat: 'FREQ=MINUTELY' }, 'FREQ'],
  ['a snooze into what is over', { snooze: '2001-01-01' }, '2001-01-01'],
  ['a reminder of what is over', { reminders: [{ at: '2001-01-01T09:00' }] }, '2001-01-01'],
  ['a skip of what does not repeat', { skip: true }, 'repeat'],
])('refuses %s, and changes nothing', async (_what, body, names) => {
  const { id } = await add({ text: 'x' });
  const { status, body: error } = await patch(id, body);
  expect([status, (error as unknown as ErrorView).message]).toEqual([400, expect.stringContaining(names)]);
  expect(await backend.acts.find(id as never)).toMatchObject({ version: 1, due: null, reminders: [] });
});

it('answers views with what the caller has, told apart by the days of their own wall', async () => {
  const minuteAgo = wallClockAt(Date.now() - 60_000, ZONE);
  await add({ text: 'late', due: minuteAgo }, 'bob');
  await add({ text: 'today', due: today() }, 'bob');
  await add({ text: 'tomorrow', due: plusDays(today(), 1) }, 'bob');
  await add({ text: 'in six days', due: plusDays(today(), 6) }, 'bob');
  await add({ text: 'in seven days', due: plusDays(today(), 7) }, 'bob');
  await add({ text: 'some day' }, 'bob');
  const view = async (name: string) => (await call<DueView>(backend, 'bob', 'GET', `/views/${name}`)).body;
  const textsOf = async (name: string) => (await view(name)).todos.map(({ text }) => text);
  expect(await textsOf('overdue')).toEqual(['late']);
  expect(await textsOf('today')).toEqual(['today']);
  expect(await textsOf('tomorrow')).toEqual(['tomorrow']);
  expect(await textsOf('week')).toEqual(['today', 'tomorrow', 'in six days']);
  expect(await textsOf('agenda')).toEqual(['late', 'today', 'tomorrow', 'in six days', 'in seven days']);
  expect(await view('overdue')).toMatchObject({
    ...{ zone: ZONE, today: today(), overdueCount: 1, todayCount: 1, isAll: true },
    todayEndsAt: momentOf(today(), ZONE),
  });
});

it('shows what is assigned in a channel only to those who may read it now', async () => {
  await add({ text: 'own', due: today() }, 'cal');
  const listId = channelList(channelId('town'));
  const zones = oneZone(ZONE);
  const when = { due: today(), zones };
  const request = { actorId: userId('cal'), listId };
  const { todos } = await backend.acts.add(request, [{ text: 'of the town', when }]);
  await backend.acts.assign(request, { ids: todos.map(({ id }) => id) }, userId('cal'), zones);
  const view = async () => (await call<DueView>(backend, 'cal', 'GET', '/views/today')).body;
  expect(await view()).toMatchObject({
    todayCount: 2,
    todos: [{ text: 'own' }, { text: 'of the town', listId }],
  });
  backend.people.leave('cal', 'town');
  expect(await view()).toMatchObject({ todayCount: 1, todos: [{ text: 'own' }] });
});

it('refuses a view that there is not, and one to nobody', async () => {
  expect((await call(backend, 'ann', 'GET', '/views/someday')).status).toBe(400);
  expect((await call(backend, null, 'GET', '/views/today')).status).toBe(401);
});
