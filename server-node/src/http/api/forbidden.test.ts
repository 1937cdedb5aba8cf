import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ErrorView } from '../../contract/api.ts';
import type { ChangeView } from '../../contract/todo-view.ts';
import { channelList, personList, SHARED_LIST, type ListId } from '../../todos/list.ts';
import { call } from '../../testing/call.ts';
import { BACKENDS, type AnyBackend } from '../../testing/backends.ts';
import { channelId, userId } from '../../testing/people.ts';

describe.each(BACKENDS)('with %s', (_host, open) => {
  let backend: AnyBackend;
  /** One to-do and its change, by list. */
  const made = new Map<string, ChangeView>();

  beforeAll(async () => {
    backend = await open();
    backend.people.add('ann', { channels: ['town', 'private'] });
    backend.people.add('bob', { channels: ['town'] });
    backend.people.add('guest', { isGuest: true, channels: ['town'] });
    for (const list of ['me', channelId('private'), 'shared']) {
      const { body } = await call<ChangeView>(backend, 'ann', 'POST', `/lists/${list}/todos`, {
        text: 'secret',
      });
      made.set(list, body);
    }
  });
  afterAll(() => backend.close());

  const LISTS: Record<string, ListId> = {
    me: personList(userId('ann')),
    [channelId('private')]: channelList(channelId('private')),
    shared: SHARED_LIST,
  };
  const state = async (list: string) => {
    const id = LISTS[list] ?? SHARED_LIST;
    const todo = made.get(list)?.todos[0]?.id ?? '';
    return {
      row: await backend.store.todos.list(id),
      page: await backend.store.todos.page(id, { state: 'open', limit: 100 }),
      history: await backend.store.todos.history(todo as never, 100),
    };
  };

  const REMINDED = { reminders: [{ at: '2099-12-04T09:00' }] };
  /** Every way to a list, and the status of its refusal. */
  const WAYS: [string, number, (list: string) => [string, string, unknown?]][] = [
    ['reads the list', 403, (list) => ['GET', `/lists/${list}`]],
    ['reads its done ones', 403, (list) => ['GET', `/lists/${list}?state=done`]],
    ['adds to it', 403, (list) => ['POST', `/lists/${list}/todos`, { text: 'mine' }]],
    ['runs a command on it', 403, (list) => ['POST', `/lists/${list}/commands`, { line: 'add mine' }]],
    ['lists it by a command', 403, (list) => ['POST', `/lists/${list}/commands`, { line: 'list' }]],
    ['runs a verb on it', 403, (list) => ['POST', `/lists/${list}/commands`, { verb: 'done', refs: ['1'] }]],
    ['ticks its to-do', 404, (list) => ['PATCH', todoPath(list), { state: 'done' }]],
    ['edits its to-do', 404, (list) => ['PATCH', todoPath(list), { text: 'mine' }]],
    ['dates its to-do', 404, (list) => ['PATCH', todoPath(list), { due: '2099-12-04' }]],
    ['snoozes its to-do', 404, (list) => ['PATCH', todoPath(list), { snooze: '2099-12-04' }]],
    ['skips its to-do', 404, (list) => ['PATCH', todoPath(list), { skip: true }]],
    ['asks for a reminder of it', 404, (list) => ['PATCH', todoPath(list), REMINDED]],
    ['deletes its to-do', 404, (list) => ['DELETE', todoPath(list)]],
    ['reads the history of its to-do', 404, (list) => ['GET', `${todoPath(list)}/history`]],
    ['undoes its change', 404, (list) => ['POST', `/changes/${made.get(list)?.changeId}/undo`]],
  ];
  const todoPath = (list: string) => `/todos/${made.get(list)?.todos[0]?.id}`;

  const PAIRS: [string, string, string][] = [
    ['another person', 'bob', 'me'],
    ['someone who is not in the private channel', 'bob', channelId('private')],
    ['a guest who is not in the private channel', 'guest', channelId('private')],
    ['a guest and the shared list:', 'guest', 'shared'],
  ];

  describe.each(PAIRS)('%s', (_who, name, list) => {
    // A person's list has no address for others: only its to-dos and changes can be tried.
    const ways = WAYS.filter(([, status]) => list !== 'me' || status === 404);

    it.each(ways)('%s: refused, and nothing changes', async (_what, status, way) => {
      const before = await state(list);
      const answer = await call(backend, name, ...way(list));
      expect(answer.status).toBe(status);
      expect(JSON.stringify(answer.body)).not.toContain('secret');
      expect(await state(list)).toEqual(before);
    });

    it.each(ways)('%s: the owner may, so that the refusal is for a reason', async (what, _status, way) => {
      if (!/^reads/.test(what)) return expect(what).not.toBe('');
      expect((await call(backend, 'ann', ...way(list))).status).toBe(200);
    });
  });

  describe('nobody', () => {
    it.each(WAYS)('%s: refused without signing in', async (_what, _status, way) => {
      const before = await state('shared');
      const answer = await call<ErrorView>(backend, null, ...way('shared'));
      expect([answer.status, answer.body.code]).toEqual([401, 'not_signed_in']);
      expect(await state('shared')).toEqual(before);
    });

    it.each(['/me', '/openapi.json', '/events'])('reads %s', async (path) => {
      expect((await call(backend, null, 'GET', path)).status).toBe(401);
    });
  });

  describe('a to-do of a closed list', () => {
    const strip = ({ body, status }: { body: ErrorView; status: number }) => ({
      status,
      body: { ...body, requestId: '' },
    });

    it.each(WAYS.filter(([, status]) => status === 404))(
      '%s: the same answer as for none',
      async (_what, _s, way) => {
        const [method, path, body] = way('me');
        const closed = await call<ErrorView>(backend, 'bob', method, path, body);
        const unknown = path.replace(/(todos|changes)\/\w+/, '$1/01aaaaaaaaaaaaaaaaaaaaaaaa');
        expect(strip(closed)).toEqual(strip(await call<ErrorView>(backend, 'bob', method, unknown, body)));
      },
    );
  });

  describe('rights that are lost', () => {
    beforeEach(() => backend.people.add('carl', { channels: ['town'] }));

    it('close the list at once', async () => {
      const path = `/lists/${channelId('town')}`;
      expect((await call(backend, 'carl', 'GET', path)).status).toBe(200);
      backend.people.leave('carl', 'town');
      expect((await call(backend, 'carl', 'GET', path)).status).toBe(403);
    });

    it('are not guessed while Mattermost is away', async () => {
      backend.people.goAway();
      const answer = await call<ErrorView>(backend, 'ann', 'GET', `/lists/${channelId('private')}`);
      backend.people.comeBack();
      expect([answer.status, answer.body.code]).toEqual([503, 'mattermost_unavailable']);
    });
  });

  describe('a header that names a person', () => {
    it('is not believed', async () => {
      const headers = { 'Mattermost-User-Id': userId('ann'), 'Mattermost-Plugin-ID': 'todo-node' };
      expect((await call(backend, null, 'GET', '/me', undefined, headers)).status).toBe(401);
      const { body } = await call(backend, 'bob', 'GET', '/me', undefined, headers);
      expect(body['userId']).toBe(userId('bob'));
    });
  });
});
