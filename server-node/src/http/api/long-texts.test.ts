import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import type { CommandView, HistoryView, TodosView } from '../../contract/api.ts';
import { call } from '../../testing/call.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { userId } from '../../testing/people.ts';
import { personList } from '../../todos/list.ts';
import { oneZone } from '../../todos/when.ts';

jest.setTimeout(30_000);

const COUNT = 70;

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend();
  for (const name of ['ann', 'bob', 'cid', 'dan', 'eve']) backend.people.add(name);
  const long = Array.from({ length: COUNT }, (_each, at) => ({
    text: `long ${at}`,
    notes: 'x'.repeat(16_000),
  }));
  const own = (name: string) => ({ actorId: userId(name), listId: personList(userId(name)) });
  const when = { due: '2020-01-01', zones: oneZone('UTC') };
  await backend.acts.add(
    own('ann'),
    long.map((draft) => ({ ...draft, when })),
  );
  for (const name of ['bob', 'cid', 'dan', 'eve'])
    await backend.acts.send(own(name), long.slice(0, 20), [userId('ann')]);
  for (const name of ['bob', 'cid', 'dan', 'eve'])
    await backend.acts.send(own('ann'), long.slice(0, 20), [userId(name)]);
});
afterAll(() => backend.close());

it.each(['/mine', '/views/overdue', '/requests', '/sent'])(
  'GET %s answers with no more of the longest notes than a page of a list has, and says so',
  async (path) => {
    const { status, body } = await call<TodosView>(backend, 'ann', 'GET', path);
    expect([status, body.isAll]).toEqual([200, false]);
    expect(body.todos.length).toBeGreaterThan(50);
    expect(body.todos.length).toBeLessThan(COUNT);
  },
);

it('the answer to a change of many has as many of them as fit, and the counts of all', async () => {
  const line = async (text: string) =>
    (await call<CommandView>(backend, 'ann', 'POST', '/lists/me/commands', { line: text })).body.change;
  const done = await line('done all');
  expect(done).toMatchObject({ openCount: 0, doneCount: COUNT });
  expect(done?.todos.length).toBeGreaterThan(50);
  expect(done?.todos.length).toBeLessThan(COUNT);
  expect(await line('undo')).toMatchObject({ openCount: COUNT, doneCount: 0 });
});

it('the history of a to-do has its newest lines, and no more of the longest notes than a page of a list has', async () => {
  const own = { actorId: userId('bob'), listId: personList(userId('bob')) };
  const { todos } = await backend.acts.add(own, [{ text: 'changed often' }]);
  const ids = todos.map(({ id }) => id);
  for (const letter of 'abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz')
    await backend.acts.edit(own, { ids }, { notes: letter.repeat(16_000) });
  const { body } = await call<HistoryView[]>(backend, 'bob', 'GET', `/todos/${ids[0]}/history`);
  expect(body[0]?.after['notes']).toMatch(/^z/);
  expect(body.length).toBeGreaterThan(20);
  expect(body.length).toBeLessThan(50);
});
