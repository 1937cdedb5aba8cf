import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { COMMAND_PATH, WEBHOOK_PATH } from '../../contract/paths.ts';
import { call } from '../../testing/call.ts';
import { openBackend, WEBHOOK_TOKENS, type Backend } from '../../testing/open-backend.ts';
import { channelId, postId, userId } from '../../testing/people.ts';

const WAITED_FOR = 100;
const LONGEST_MS = 5_000;

let backend: Backend;
let sockets: Socket[];
beforeEach(async () => {
  sockets = [];
  backend = await openBackend();
  backend.people.add('ann', { channels: ['town'] });
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await backend.close();
});

/** A request that never comes to its end; gives all of the answer as soon as there is some. */
async function half(
  path: string,
): Promise<{ answer(): string; isClosed(): boolean; send(rest: string): void }> {
  const socket = connect(backend.port, '127.0.0.1');
  sockets.push(socket);
  let text = '';
  socket.on('data', (chunk) => void (text += chunk.toString())).on('error', () => undefined);
  await once(socket, 'connect');
  const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n`;
  socket.write(`${head}Content-Length: 1000\r\n\r\nx`);
  return { answer: () => text, isClosed: () => socket.closed, send: (rest) => void socket.write(rest) };
}

async function until(look: () => boolean): Promise<void> {
  while (!look()) await sleep(10);
}

function deliver(text: string): Promise<Response> {
  backend.people.post(text, 'town', 'ann', `todo ${text}`);
  const ids = { channel_id: channelId('town'), user_id: userId('ann'), post_id: postId(text) };
  const said = { text: `todo ${text}`, trigger_word: 'todo' };
  const body = new URLSearchParams({ token: WEBHOOK_TOKENS[0] ?? '', ...said, ...ids });
  return fetch(`${backend.url}${WEBHOOK_PATH}`, { method: 'POST', body });
}

describe('bodies of nobody known that do not come', () => {
  it('are given up, the longest waited for first, when there are too many; others are served meanwhile', async () => {
    const first = await half(WEBHOOK_PATH);
    const others = [];
    for (let n = 1; n < WAITED_FOR; n++) others.push(await half(n % 2 === 0 ? WEBHOOK_PATH : COMMAND_PATH));
    expect((await call(backend, 'ann', 'POST', '/lists/me/todos', { text: 'mine' })).status).toBe(201);
    expect(first.answer()).toBe('');
    expect((await deliver('milk')).status).toBe(200);
    await until(first.isClosed);
    expect(first.answer()).toMatch(
      /^HTTP\/1\.1 429 [^]*\r\nConnection: close\r\n[^]*"code":"too_many_requests"/,
    );
    expect(first.answer()).toMatch(/^Retry-After: 1\r$/m);
    expect(others.filter(({ answer }) => answer() !== '')).toEqual([]);
  });

  it('are given up after five seconds, whatever trickles in', async () => {
    const startedAt = performance.now();
    const { answer, isClosed, send } = await half(WEBHOOK_PATH);
    const trickle = setInterval(() => send('x'), 200);
    await until(isClosed);
    clearInterval(trickle);
    expect(performance.now() - startedAt).toBeGreaterThan(LONGEST_MS - 100);
    expect(answer()).toMatch(/^HTTP\/1\.1 408 [^]*\r\nConnection: close\r\n[^]*"code":"too_slow"/);
    expect((await deliver('milk')).status).toBe(200);
  });

  it('count no longer once they are here, or their sender is gone', async () => {
    const first = await half(WEBHOOK_PATH);
    for (let n = 0; n < WAITED_FOR; n++) expect((await deliver(`a${n}`)).status).toBe(200);
    for (let n = 1; n <= WAITED_FOR; n++) {
      await half(WEBHOOK_PATH);
      sockets.pop()?.destroy();
      await until(() => backend.log.filter((line) => line.includes('"aborted"')).length === n);
    }
    expect(first.answer()).toBe('');
  });
});
