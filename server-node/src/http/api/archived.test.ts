import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { CommandView } from '../../contract/api.ts';
import type { ChangeView, ListView } from '../../contract/todo-view.ts';
import { call } from '../../testing/call.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';
import { channelId } from '../../testing/people.ts';

let backend: Backend;
let added: ChangeView;
beforeAll(async () => {
  backend = await openBackend();
  backend.people.add('ann', { channels: ['old'] });
  backend.people.add('yui', { channels: ['old'], locale: 'ja' });
  const path = `/lists/${channelId('old')}/todos`;
  added = (await call<ChangeView>(backend, 'ann', 'POST', path, { text: 'Buy milk' })).body;
  backend.people.archive('old');
});
afterAll(() => backend.close());

const list = () => call<ListView>(backend, 'ann', 'GET', `/lists/${channelId('old')}`);
const idOf = () => added.todos[0]?.id;

it.each<[string, () => [method: string, path: string, body?: object]]>([
  ['adding', () => ['POST', `/lists/${channelId('old')}/todos`, { text: 'more' }]],
  ['a command', () => ['POST', `/lists/${channelId('old')}/commands`, { line: 'done 1' }]],
  ['ticking', () => ['PATCH', `/todos/${idOf()}`, { state: 'done' }]],
  ['deleting', () => ['DELETE', `/todos/${idOf()}`]],
  ['undoing', () => ['POST', `/changes/${added.changeId}/undo`, {}]],
])(
  'the list of an archived channel takes no change by %s, says why, and stays as it was',
  async (_by, how) => {
    const before = (await list()).body;
    const answer = await call(backend, 'ann', ...how());
    expect(answer).toMatchObject({ status: 409, body: { code: 'list_archived' } });
    expect((await list()).body).toEqual(before);
    const inJapanese = await call<{ message: string }>(backend, 'yui', ...how());
    expect(inJapanese.body.message).toMatch(/アーカイブ/);
  },
);

it('the list of an archived channel says so, also to whoever has fetched it before it was archived', async () => {
  const path = `/lists/${channelId('old')}`;
  expect((await list()).body.readOnly).toBe('archived');
  backend.people.unarchive('old');
  const before = await call<ListView>(backend, 'ann', 'GET', path);
  const etag = before.headers.get('etag') ?? '';
  expect(before.body).not.toHaveProperty('readOnly');
  backend.people.archive('old');
  const known = { 'If-None-Match': etag };
  expect(await call(backend, 'ann', 'GET', path, undefined, known)).toMatchObject({
    status: 200,
    body: { readOnly: 'archived' },
  });
});

it('a command that the list of an archived channel would refuse is explained so', async () => {
  const path = `/lists/${channelId('old')}/commands`;
  const explain = async (line: string) =>
    (await call<CommandView>(backend, 'ann', 'POST', path, { line: `explain ${line}` })).body.answer;
  for (const line of ['done 1', 'add more', 'undo']) {
    expect(await explain(line)).toMatch(/archived, so its list takes no changes.*\nNothing was done/);
  }
  expect(await explain('list')).not.toMatch(/archived/);
});

it('the list of an archived channel can be read, by a command, too', async () => {
  expect((await list()).body.todos.map(({ text }) => text)).toEqual(['Buy milk']);
  const path = `/lists/${channelId('old')}/commands`;
  expect(await call(backend, 'ann', 'POST', path, { line: 'list' })).toMatchObject({ status: 200 });
});
