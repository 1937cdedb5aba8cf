import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ErrorView } from '../contract/api.ts';
import { API_PATH } from '../contract/paths.ts';
import type { ListView } from '../contract/todo-view.ts';
import { AppError } from '../shared/app-error.ts';
import { errorResponse } from './errors/error-response.ts';
import { MAX_BODY_BYTES } from './errors/refusal-of-express.ts';
import { call } from '../testing/call.ts';
import { openBackend, WEBHOOK_TOKENS, type Backend } from '../testing/open-backend.ts';
import { channelId, postId, userId } from '../testing/people.ts';

/** Real sockets on a machine that may be busy. */
jest.setTimeout(30_000);

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend({
    program: {
      run: async () => {
        throw new Error('inside: postgres://user:hunter22@db/todo?sslkey=abc');
      },
    },
  });
  backend.people.add('ann');
});
afterAll(() => backend.close());

const refused = async (method: string, path: string, body?: unknown, headers?: Record<string, string>) => {
  const answer = await call<ErrorView>(backend, 'ann', method, path, body, headers);
  return { status: answer.status, code: answer.body.code, message: answer.body.message };
};

describe('a refusal', () => {
  it.each([
    ['malformed JSON', 'POST', '/lists/me/todos', '{"text":', undefined, 400, 'invalid_input', /malformed/],
    ['a body that is a list', 'POST', '/lists/me/todos', [], undefined, 400, 'invalid_input', /body/],
    [
      'an unknown charset',
      'POST',
      '/lists/me/todos',
      {},
      { 'Content-Type': 'application/json; charset=x' },
      415,
      'unsupported_type',
      /UTF-8/,
    ],
    [
      'a compressed body',
      'POST',
      '/lists/me/todos',
      {},
      { 'Content-Encoding': 'gzip' },
      415,
      'unsupported_type',
      /compression/,
    ],
    [
      'another content type',
      'POST',
      '/lists/me/todos',
      'x',
      { 'Content-Type': 'text/plain' },
      415,
      'unsupported_type',
      /application\/json/,
    ],
    [
      'too large a body',
      'POST',
      '/lists/me/todos',
      { text: 'x'.repeat(MAX_BODY_BYTES) },
      undefined,
      413,
      'body_too_large',
      /bytes/,
    ],
    [
      'too long a text',
      'POST',
      '/lists/me/todos',
      { text: 'x'.repeat(4_001) },
      undefined,
      400,
      'text_too_long',
      /4[,.]?000/,
    ],
    ['an empty text', 'POST', '/lists/me/todos', { text: ' ' }, undefined, 400, 'text_empty', /./],
    [
      'a wrong field',
      'POST',
      '/lists/me/todos',
      { text: 5 },
      undefined,
      400,
      'invalid_input',
      /text: .*string/,
    ],
    [
      'an unknown field',
      'POST',
      '/lists/me/todos',
      { text: 'a', colour: 1 },
      undefined,
      400,
      'invalid_input',
      /colour/,
    ],
    [
      'a polluting field',
      'POST',
      '/lists/me/todos',
      '{"text":"a","__proto__":{"x":1}}',
      undefined,
      400,
      'invalid_input',
      /__proto__/,
    ],
    [
      'two changes at once',
      'PATCH',
      '/todos/x',
      { text: 'a', state: 'done' },
      undefined,
      400,
      'invalid_input',
      /one change/,
    ],
    ['no change', 'PATCH', '/todos/x', {}, undefined, 400, 'invalid_input', /one change/],
    [
      'a doubled parameter',
      'GET',
      '/lists/me?limit=1&limit=2',
      undefined,
      undefined,
      400,
      'invalid_input',
      /limit/,
    ],
    [
      'a limit out of range',
      'GET',
      '/lists/me?limit=501',
      undefined,
      undefined,
      400,
      'invalid_input',
      /limit/,
    ],
    ['a broken cursor', 'GET', '/lists/me?cursor=zzz', undefined, undefined, 400, 'invalid_input', /./],
    ['a broken escape', 'GET', '/lists/%ff', undefined, undefined, 400, 'invalid_input', /malformed/],
    ['an unknown list', 'GET', '/lists/yours', undefined, undefined, 400, 'invalid_input', /channel/],
    ['an unknown address', 'GET', '/nothing', undefined, undefined, 404, 'not_found', /./],
    ['an unknown method', 'PUT', '/me', undefined, undefined, 404, 'not_found', /./],
  ] as const)(
    'of %s says what is wrong',
    async (_what, method, path, body, headers, status, code, message) => {
      const answer = await refused(method, path, body, headers);
      expect(answer).toMatchObject({ status, code });
      expect(answer.message).toMatch(message);
    },
  );

  it('of an unknown failure says nothing of its insides, and can be found in the log, without secrets', async () => {
    const { status, body } = await call<ErrorView>(backend, 'ann', 'POST', '/lists/me/commands', {
      line: 'x',
    });
    expect([status, body.code]).toEqual([500, 'internal']);
    expect(body.message).not.toMatch(/inside|hunter22/);
    const lines = backend.log.filter((line) => line.includes(body.requestId)).join('');
    expect(lines).toContain('inside');
    expect(lines).not.toMatch(/hunter22|sslkey=abc/);
  });

  it('holds only what it should', () => {
    const details = { secret: 1, todo: { id: 'x' } };
    expect(errorResponse(new AppError('version_conflict', 'm', { details }), 'r1').body).toEqual({
      code: 'version_conflict',
      message: 'm',
      requestId: 'r1',
      todo: { id: 'x' },
    });
  });
});

/** A program that fails, but only once it may. */
function makeGate(expected: number) {
  let waiting = 0;
  let fill = (): void => undefined;
  const full = new Promise<void>((resolve) => (fill = resolve));
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const run = async (): Promise<never> => {
    waiting += 1;
    if (waiting === expected) fill();
    await opened;
    throw new Error('failed');
  };
  return { run, open, full };
}

describe('too many requests', () => {
  it('of one person are refused for a while, and only of that person', async () => {
    const strict = await openBackend({ settings: { requestsPerMinute: 3 } });
    for (const name of ['ann', 'bob']) strict.people.add(name);
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push((await call(strict, 'ann', 'GET', '/me')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await call<ErrorView>(strict, 'ann', 'GET', '/me');
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(refused.body.code).toBe('too_many_requests');
    expect((await call(strict, 'bob', 'GET', '/me')).status).toBe(200);
    await strict.close();
  });

  it('of one person at once are refused, until some are answered or given up', async () => {
    const gate = makeGate(16);
    const busy = await openBackend({ program: { run: gate.run } });
    for (const name of ['ann', 'bob']) busy.people.add(name);
    const commands = Array.from({ length: 15 }, () =>
      call(busy, 'ann', 'POST', '/lists/me/commands', { line: 'x' }),
    );
    const givesUp = new AbortController();
    const headers = { Authorization: 'Bearer ann', 'Content-Type': 'application/json' };
    const request = { method: 'POST', headers, body: '{"line":"x"}', signal: givesUp.signal };
    const givenUp = fetch(`${busy.url}${API_PATH}/lists/me/commands`, request).catch(() => 'given up');
    await gate.full;
    const refused = await call<ErrorView>(busy, 'ann', 'GET', '/me');
    expect([refused.status, refused.body.code]).toEqual([429, 'too_many_requests']);
    expect(refused.headers.get('Retry-After')).toBe('1');
    expect((await call(busy, 'bob', 'GET', '/me')).status).toBe(200);
    givesUp.abort();
    expect(await givenUp).toBe('given up');
    while ((await call(busy, 'ann', 'GET', '/me')).status !== 200) await nextTurn();
    gate.open();
    expect((await Promise.all(commands)).map(({ status }) => status)).toEqual(commands.map(() => 500));
    const reads = Array.from({ length: 16 }, () => call(busy, 'ann', 'GET', '/me'));
    expect((await Promise.all(reads)).map(({ status }) => status)).toEqual(reads.map(() => 200));
    await busy.close();
  });

  const session = (name: string) => name.padEnd(26, '0');
  const from = (address: string) => ({ 'X-Forwarded-For': address });
  const asker = (guarded: Backend) => async (name: string, address: string) =>
    (await call(guarded, name, 'GET', '/me', undefined, from(address))).status;

  it('with invented sessions are refused by address, as a trusted proxy tells it', async () => {
    const guarded = await openBackend();
    for (const name of ['ann', 'ben']) guarded.people.add(session(name));
    const ask = asker(guarded);
    expect(await ask(session('ann'), '203.0.113.7')).toBe(200);
    for (let n = 0; n < 60; n++) expect(await ask(session(`guess${n}x`), '203.0.113.7')).toBe(401);
    expect(await ask(session('more'), '203.0.113.7')).toBe(429);
    expect(await ask(session('ben'), '203.0.113.7')).toBe(429);
    expect(await ask(session('ben'), '203.0.113.8')).toBe(200);
    // What others do at their address locks out nobody whose session was good before.
    for (const name of ['ann', 'ben']) expect(await ask(session(name), '203.0.113.7')).toBe(200);
    await guarded.close();
  });

  it('that are no guesses lock nobody out: without a session, or with the same old one', async () => {
    const guarded = await openBackend();
    guarded.people.add(session('ann'));
    const ask = asker(guarded);
    for (let n = 0; n < 70; n++) {
      expect(await ask('', '203.0.113.7')).toBe(401);
      expect(await ask(session('ended'), '203.0.113.7')).toBe(401);
    }
    expect(await ask(session('ann'), '203.0.113.7')).toBe(200);
    await guarded.close();
  });

  it('cannot choose their address where no proxy is trusted', async () => {
    const guarded = await openBackend({ settings: { trustedProxies: [] } });
    const ask = asker(guarded);
    for (let n = 0; n < 60; n++) await ask(session(`guess${n}x`), `203.0.113.${n}`);
    expect(await ask(session('more'), '203.0.113.99')).toBe(429);
    await guarded.close();
  });

  it('are not counted where Mattermost itself says who calls', async () => {
    const managed = await openBackend({ settings: { takesSessions: false } });
    const ask = asker(managed);
    for (let n = 0; n < 70; n++) expect(await ask(session(`guess${n}x`), '203.0.113.7')).toBe(401);
    await managed.close();
  });

  it('do not keep right ones out when they are of webhooks, which all come from Mattermost', async () => {
    const guarded = await openBackend();
    guarded.people.add('ann', { channels: ['town'] });
    guarded.people.post('milk', 'town', 'ann', 'todo milk');
    const post = async (token: string, text: string) => {
      const ids = { channel_id: channelId('town'), user_id: userId('ann'), post_id: postId(text) };
      const body = JSON.stringify({ token, text: `todo ${text}`, trigger_word: 'todo', ...ids });
      const headers = { 'Content-Type': 'application/json' };
      return (await fetch(`${guarded.url}/webhook/todo`, { method: 'POST', headers, body })).status;
    };
    for (let n = 0; n < 70; n++) expect(await post('wrong', 'x')).toBe(401);
    expect(await post(WEBHOOK_TOKENS[0] ?? '', 'milk')).toBe(200);
    const { body } = await call<ListView>(guarded, 'ann', 'GET', `/lists/${channelId('town')}`);
    expect(body.openCount).toBe(1);
    await guarded.close();
  });
});

describe('where an external program keeps the lists', () => {
  it('its rows are shown, and only it may change them', async () => {
    const lists = {
      name: 'todo-txt',
      list: async () => ({ rows: [{ ref: '1', text: 'a', done: false }], text: '1 a' }),
    };
    const external = await openBackend({ programLists: lists });
    external.people.add('ann');
    const { body } = await call(external, 'ann', 'GET', '/lists/me');
    expect(body).toMatchObject({ todos: [], openCount: 1, program: { name: 'todo-txt', text: '1 a' } });
    const refusal = await call<ErrorView>(external, 'ann', 'POST', '/lists/me/todos', { text: 'x' });
    expect([refusal.status, refusal.body.code]).toEqual([409, 'program_only']);
    expect((await call(external, 'ann', 'GET', `/lists/${channelId('town')}`)).status).toBe(403);
    await external.close();
  });
});

describe('health', () => {
  it('is shown to anybody, at the root and below the plugin', async () => {
    for (const path of ['/healthz', '/plugins/todo-node/healthz', '/readyz']) {
      expect((await fetch(`${backend.url}${path}`)).status).toBe(200);
    }
    expect((await fetch(`${backend.url}/plugins/todo-node/readyz`)).status).toBe(404);
  });
});
