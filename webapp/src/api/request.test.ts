/** @jest-environment node */
import { describe, expect, it } from '@jest/globals';
import { makeRequest, type Wire } from './request.ts';

interface Sent {
  url: string;
  init: RequestInit;
}

function makeWire(answer: () => Response | Promise<Response>, isOnline = true): { wire: Wire; sent: Sent[] } {
  const sent: Sent[] = [];
  const wire: Wire = {
    fetch: async (url, init) => {
      sent.push({ url: String(url), init: init ?? {} });
      return answer();
    },
    basename: () => '/chat',
    cookies: () => 'MMUSERID=alice; MMCSRF=secret-token; other=1',
    isOnline: () => isOnline,
  };
  return { wire, sent };
}

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

describe('a request', () => {
  it('goes below the subpath, with the cookie and, when it changes something, the CSRF token', async () => {
    const { wire, sent } = makeWire(() => json(200, {}));
    await makeRequest(wire)('/lists/me/todos', { method: 'POST', body: { text: 'x' } });
    expect(sent[0]?.url).toBe('/chat/plugins/todo-node/api/v1/lists/me/todos');
    expect(sent[0]?.init.credentials).toBe('include');
    expect(sent[0]?.init.headers).toMatchObject({ 'X-CSRF-Token': 'secret-token' });
  });

  it('carries no CSRF token when it only reads', async () => {
    const { wire, sent } = makeWire(() => json(200, {}));
    await makeRequest(wire)('/me');
    expect(sent[0]?.init.headers).not.toHaveProperty('X-CSRF-Token');
  });

  it('says when nothing has changed since its etag', async () => {
    const { wire, sent } = makeWire(() => new Response(null, { status: 304 }));
    const answer = await makeRequest(wire)('/lists/me', { etag: '"4"' });
    expect(sent[0]?.init.headers).toMatchObject({ 'If-None-Match': '"4"' });
    expect(answer.notModified).toBe(true);
  });

  it.each([
    [
      'no proxy rule: the plain 404 of Mattermost',
      () => new Response('404 page not found\n', { status: 404 }),
      'no_route',
    ],
    ['a page in place of JSON', () => new Response('<!doctype html>', { status: 200 }), 'no_route'],
    ['a proxy without its backend', () => new Response('Bad gateway', { status: 502 }), 'unreachable'],
    ['a backend that stops', () => json(503, { code: 'stopping', message: 'Stopping.' }), 'unreachable'],
    [
      'a session that has ended',
      () => json(401, { code: 'not_signed_in', message: 'Sign in.' }),
      'signed_out',
    ],
    ['a refusal', () => json(409, { code: 'list_full', message: 'Full.' }), 'refused'],
    ['a to-do that is gone', () => json(404, { code: 'todo_not_found', message: 'Gone.' }), 'refused'],
    ['a program that is busy', () => json(503, { code: 'program_busy', message: 'Busy.' }), 'refused'],
    ['too many requests', () => json(429, { code: 'too_many_requests', message: 'Slow.' }), 'busy'],
    ['a proxy that limits', () => new Response('Slow down', { status: 429 }), 'busy'],
  ])('tells %s', async (_what, answer, kind) => {
    const { wire } = makeWire(answer);
    await expect(makeRequest(wire)('/me')).rejects.toMatchObject({ name: 'RequestFailure', kind });
  });

  it.each([
    ['12', 12_000],
    ['100000', 300_000],
    ['soon', 5_000],
    [null, 5_000],
  ])('that came too often says how long to wait (Retry-After: %s)', async (header, retryAfterMs) => {
    const headers: HeadersInit = header === null ? {} : { 'Retry-After': header };
    const { wire } = makeWire(() => new Response('{}', { status: 429, headers }));
    await expect(makeRequest(wire)('/me')).rejects.toMatchObject({ retryAfterMs });
  });

  it.each([
    [true, 'unreachable'],
    [false, 'offline'],
  ])('that finds no network is told apart by the browser (online: %s)', async (isOnline, kind) => {
    const { wire } = makeWire(() => Promise.reject(new TypeError('Failed to fetch')), isOnline);
    await expect(makeRequest(wire)('/me')).rejects.toMatchObject({ kind });
  });

  it('gives up after its time, and says so', async () => {
    const wire: Wire = {
      ...makeWire(() => json(200, {})).wire,
      fetch: (_url, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => reject(new DOMException('Aborted', 'AbortError')));
        }),
    };
    await expect(makeRequest(wire)('/me', { timeOutMs: 1 })).rejects.toMatchObject({
      message: 'No answer in time.',
    });
  });

  it('hands over the to-do that came with a conflict', async () => {
    const { wire } = makeWire(() =>
      json(409, { code: 'version_conflict', message: 'Changed.', todo: { id: 'a' } }),
    );
    await expect(makeRequest(wire)('/todos/a')).rejects.toMatchObject({
      code: 'version_conflict',
      current: { id: 'a' },
    });
  });
});
