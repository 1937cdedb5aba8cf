import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import type {
  AddTodoBody,
  CommandBody,
  CommandView,
  EditTodoBody,
  ErrorView,
  MeView,
} from '../../contract/api.ts';
import type { ChangeView, ListView } from '../../contract/todo-view.ts';
import { call } from '../../testing/call.ts';
import { BACKENDS, type AnyBackend } from '../../testing/backends.ts';
import { channelId, postId, userId } from '../../testing/people.ts';
import { changeView, commandView, historyView, listView, meView } from './answer-schemas.ts';
import type { addTodoBody, commandBody, editTodoBody } from './schemas.ts';

/** What the contract allows is taken by the schemas: checked by the compiler. */
export type Accepted = [
  AddTodoBody extends z.input<typeof addTodoBody> ? true : never,
  EditTodoBody extends z.input<typeof editTodoBody> ? true : never,
  CommandBody extends z.input<typeof commandBody> ? true : never,
];
export const ACCEPTED: Accepted = [true, true, true];

describe.each(BACKENDS)('with %s', (_host, open) => {
  let backend: AnyBackend;
  beforeAll(async () => {
    backend = await open();
    for (const name of ['ann', 'bob']) backend.people.add(name, { channels: ['town', `${name}s`] });
    backend.people.post('annspost', 'anns');
  });
  afterAll(() => backend.close());

  const add = async (name: string, list: string, body: AddTodoBody) =>
    (await call<ChangeView>(backend, name, 'POST', `/lists/${list}/todos`, body)).body;

  describe('the API', () => {
    it('says who the caller is', async () => {
      const { status, body } = await call(backend, 'ann', 'GET', '/me');
      expect(status).toBe(200);
      expect(meView.parse(body)).toMatchObject({ userId: userId('ann'), username: 'ann', program: null });
    });

    it('adds several in one change, which one undo takes back; or none when one of them does not fit', async () => {
      const texts = async () =>
        (await call<ListView>(backend, 'bob', 'GET', '/lists/me')).body.todos.map(({ text }) => text);
      const added = await add('bob', 'me', { text: 'one', notes: 'first', more: ['two', 'three'] });
      expect(added.todos.map(({ text, notes, number }) => [text, notes, number])).toEqual([
        ['one', 'first', 1],
        ['two', '', 2],
        ['three', '', 3],
      ]);
      const { body: me } = await call<MeView>(backend, 'bob', 'GET', '/me');
      for (const more of [['four', ' '], Array.from({ length: me.limits.atOnce ?? 1 }, () => 'x')]) {
        const refused = await call(backend, 'bob', 'POST', '/lists/me/todos', { text: 'x', more });
        expect(refused.status).toBe(400);
      }
      expect(await texts()).toEqual(['one', 'two', 'three']);
      await call(backend, 'bob', 'POST', `/changes/${added.changeId}/undo`);
      expect(await texts()).toEqual([]);
    });

    it('adds, ticks, edits, deletes and takes back, each answer made from the write', async () => {
      const added = await call(backend, 'ann', 'POST', '/lists/me/todos', { text: 'Buy milk', notes: 'two' });
      expect(added.status).toBe(201);
      const [todo] = changeView.parse(added.body).todos;
      expect(todo).toMatchObject({ text: 'Buy milk', notes: 'two', state: 'open', number: 1, version: 1 });
      const path = `/todos/${todo?.id}`;
      const done = await call(backend, 'ann', 'PATCH', path, { state: 'done', version: 1 });
      expect(changeView.parse(done.body)).toMatchObject({
        actorId: userId('ann'),
        openCount: 0,
        doneCount: 1,
        todos: [{ state: 'done' }],
      });
      const { body: shown } = await call(backend, 'ann', 'GET', '/lists/me?state=done');
      expect(listView.parse(shown).doneBy).toEqual({ [String(todo?.id)]: userId('ann') });
      await call(backend, 'ann', 'PATCH', path, { state: 'open' });
      const edited = await call(backend, 'ann', 'PATCH', path, { text: 'Buy bread' });
      expect(changeView.parse(edited.body).todos[0]).toMatchObject({
        text: 'Buy bread',
        notes: 'two',
        version: 4,
      });
      const deleted = await call(backend, 'ann', 'DELETE', path);
      expect(changeView.parse(deleted.body).todos[0]).toMatchObject({ state: 'deleted' });
      const undone = await call(backend, 'ann', 'POST', `/changes/${String(deleted.body['changeId'])}/undo`);
      expect(changeView.parse(undone.body).todos[0]).toMatchObject({ state: 'open', text: 'Buy bread' });
      const history = await call(backend, 'ann', 'GET', `${path}/history`);
      expect(historyView.parse(history.body).map(({ act }) => act)).toEqual([
        'undo',
        'delete',
        'edit',
        'reopen',
        'done',
        'add',
      ]);
    });

    it('shows a list by pages', async () => {
      const list = channelId('town');
      for (const text of ['one', 'two', 'three']) await add('ann', list, { text });
      const first = await call<ListView>(backend, 'bob', 'GET', `/lists/${list}?limit=2`);
      expect(listView.parse(first.body)).toMatchObject({ kind: 'channel', openCount: 3 });
      expect(first.body.todos.map(({ text }) => text)).toEqual(['one', 'two']);
      const next = encodeURIComponent(String(first.body.next));
      const second = await call<ListView>(backend, 'bob', 'GET', `/lists/${list}?limit=2&cursor=${next}`);
      expect(second.body.todos.map(({ text }) => text)).toEqual(['three']);
      expect(second.body.next).toBeNull();
    });

    it('answers 304 until the list changes', async () => {
      const { headers } = await call(backend, 'bob', 'GET', '/lists/me');
      const etag = String(headers.get('ETag'));
      const again = (tag: string) =>
        call(backend, 'bob', 'GET', '/lists/me', undefined, { 'If-None-Match': tag });
      expect(await again(etag)).toMatchObject({ status: 304, body: undefined });
      expect((await again(`"other", W/${etag}`)).status).toBe(304);
      expect((await again('"other"')).status).toBe(200);
      await add('bob', 'me', { text: 'change' });
      expect((await again(etag)).status).toBe(200);
    });

    it('runs a typed line and a verb with its parts', async () => {
      const run = async (body: CommandBody) =>
        commandView.parse((await call<CommandView>(backend, 'bob', 'POST', '/lists/me/commands', body)).body);
      expect(await run({ line: 'add Call Carl' })).toMatchObject({
        ok: true,
        change: { todos: [{ text: 'Call Carl' }] },
      });
      expect(await run({ verb: 'add', text: 'done 1' })).toMatchObject({
        change: { todos: [{ text: 'done 1' }] },
      });
      expect(await run({ line: 'done 99' })).toMatchObject({ ok: false, change: null });
    });

    describe('a line typed after `/todo` in a channel', () => {
      const type = (name: string, line: string, channel = 'town') =>
        call<CommandView>(backend, name, 'POST', '/lists/me/commands', {
          line,
          channelId: channelId(channel),
        });
      const textsOf = async (list: string) =>
        (await call<ListView>(backend, 'bob', 'GET', `/lists/${list}`)).body.todos.map(({ text }) => text);

      it('works on the list of that channel after `here`, and says so', async () => {
        const { body } = await type('bob', 'here Buy bread');
        expect(commandView.parse(body)).toMatchObject({
          ...{ ok: true, answer: expect.stringMatching(/^Added: [\s\S]*_In the list of this channel._$/) },
          change: { listId: `channel:${channelId('town')}` },
        });
        expect(await textsOf(channelId('town'))).toContain('Buy bread');
        expect(await textsOf('me')).not.toContain('Buy bread');
      });

      it('points from `undo` to `here undo` where there is nothing to undo but in the channel', async () => {
        backend.people.add('carol', { channels: ['town', 'square'] });
        await type('carol', 'here Buy tea');
        expect((await type('carol', 'undo')).body.answer).toMatch(/`\/todo here undo` takes back/);
        expect((await type('carol', 'undo', 'square')).body.answer).not.toContain('here undo');
      });

      it('works on one’s own list else, and offers commands as they are typed there', async () => {
        const { body } = await type('bob', 'Buy milk tomorrow');
        expect(body.answer).toMatch(/^Added: [\s\S]*`\/todo undo` takes it back/);
        expect(await textsOf('me')).toContain('Buy milk');
      });

      it('is refused after `here` to those who may not read the channel, and adds nothing', async () => {
        expect(await type('bob', 'here Peek', 'anns')).toMatchObject({
          ...{ status: 403, body: { code: 'list_forbidden' } },
        });
        expect(await textsOf('me')).not.toContain('Peek');
      });
    });

    it('takes a repeated request once', async () => {
      const body = { text: 'once', requestId: 'request-1' };
      const first = await add('ann', 'me', body);
      const second = await add('ann', 'me', body);
      expect(second.changeId).toBe(first.changeId);
      expect((await add('bob', 'me', body)).changeId).not.toBe(first.changeId);
    });

    it('refuses a stale version with the to-do as it is', async () => {
      const { todos } = await add('ann', 'me', { text: 'first' });
      const path = `/todos/${todos[0]?.id}`;
      await call(backend, 'ann', 'PATCH', path, { text: 'second' });
      const stale = await call<ErrorView>(backend, 'ann', 'PATCH', path, { text: 'third', version: 1 });
      expect(stale.status).toBe(409);
      expect(stale.body).toMatchObject({ code: 'version_conflict', todo: { text: 'second', version: 2 } });
    });

    it('keeps a link to a message, shown only to those who may read its channel', async () => {
      const list = channelId('town');
      const { todos } = await add('ann', list, { text: 'from a message', sourcePostId: postId('annspost') });
      const source = { postId: postId('annspost'), channelId: channelId('anns') };
      expect(todos[0]?.source).toEqual(source);
      const sourceSeenBy = async (name: string) => {
        const { body } = await call<ListView>(backend, name, 'GET', `/lists/${list}`);
        return body.todos.find(({ text }) => text === 'from a message')?.source;
      };
      expect(await sourceSeenBy('ann')).toEqual(source);
      expect(await sourceSeenBy('bob')).toBeNull();
    });

    it('refuses a message that the caller may not read, and adds nothing', async () => {
      const before = await call<ListView>(backend, 'bob', 'GET', '/lists/me');
      const body = { text: 'peek', sourcePostId: postId('annspost') };
      expect((await call(backend, 'bob', 'POST', '/lists/me/todos', body)).status).toBe(404);
      const after = await call<ListView>(backend, 'bob', 'GET', '/lists/me');
      expect(after.body.revision).toBe(before.body.revision);
    });

    it('describes itself', async () => {
      const { body } = await call<{ paths: object }>(backend, 'ann', 'GET', '/openapi.json');
      expect(Object.keys(body.paths)).toEqual(
        expect.arrayContaining(['/me', '/events', '/lists/{list}', '/lists/{list}/todos', '/todos/{id}']),
      );
      expect(body).toMatchObject({
        openapi: '3.1.0',
        paths: { '/lists/{list}/todos': { post: { requestBody: { content: expect.anything() } } } },
      });
    });

    it('is not cached, sniffed, or opened to other origins', async () => {
      const { headers } = await call(backend, 'ann', 'GET', '/me', undefined, {
        Origin: 'https://evil.example',
      });
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
      expect(headers.get('X-Powered-By')).toBeNull();
    });
  });
});
