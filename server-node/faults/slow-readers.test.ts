import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { connect, type Socket } from 'node:net';
import { existsSync, readFileSync } from 'node:fs';
import { once } from 'node:events';
import { API_PATH } from '../src/contract/paths.ts';
import { openStage, type Stage } from './stage/open-stage.ts';

const STREAMS = 20;
const CHANGES = 300;
/** As large as a to-do may be. */
const NOTES = 'n'.repeat(16_000);
const MEGABYTE = 1024 * 1024;

let stage: Stage;
const sockets: Socket[] = [];
beforeEach(async () => void (stage = await openStage()), 60_000);
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await stage.close();
}, 30_000);

const isLinux = existsSync('/proc/self/status');

(isLinux ? it : it.skip)(
  'browsers that do not read their event streams cost the backend little memory',
  async () => {
    for (let n = 0; n < STREAMS; n += 1) sockets.push(await openUnread());
    await change(30);
    const before = residentBytes();
    await change(CHANGES);
    const sentMegabytes = (STREAMS * CHANGES * NOTES.length) / MEGABYTE;
    const grownMegabytes = (residentBytes() - before) / MEGABYTE;
    expect(sentMegabytes).toBeGreaterThan(85);
    expect(grownMegabytes).toBeLessThan(sentMegabytes / 2);
  },
  60_000,
);

/** Asks for the events and never reads an answer, after its head. */
async function openUnread(): Promise<Socket> {
  const { hostname, port } = new URL(stage.url);
  const socket = connect(Number(port), hostname);
  socket.write(`GET ${API_PATH}/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${stage.alice}\r\n\r\n`);
  const [head] = (await once(socket, 'data')) as [Buffer];
  expect(head.toString()).toMatch(/^HTTP\/1.1 200 /);
  socket.pause();
  return socket;
}

async function change(times: number): Promise<void> {
  const { status, body } = await stage.call<{ todos: { id: string }[] }>(
    stage.alice,
    'POST',
    '/lists/me/todos',
    { text: 'changed again and again', notes: NOTES },
  );
  expect(status).toBe(201);
  for (let n = 0; n < times; n += 1) {
    const text = `changed ${n}`;
    expect((await stage.call(stage.alice, 'PATCH', `/todos/${body.todos[0]?.id}`, { text })).status).toBe(
      200,
    );
  }
}

function residentBytes(): number {
  const status = readFileSync(`/proc/${stage.backend().pid}/status`, 'utf8');
  return Number(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1]) * 1024;
}
