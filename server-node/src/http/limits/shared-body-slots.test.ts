import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { COMMAND_PATH, WEBHOOK_PATH } from '../../contract/paths.ts';
import { openBackend, type Backend } from '../../testing/open-backend.ts';

const WAITED_FOR = 100;

let backend: Backend;
const sockets: Socket[] = [];
beforeAll(async () => {
  backend = await openBackend();
  // Nothing is to be given up for being slow, however slow the machine.
  jest.useFakeTimers({
    doNotFake: ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'setInterval'],
  });
});
afterAll(async () => {
  jest.useRealTimers();
  for (const socket of sockets) socket.destroy();
  await backend.close();
});

/** A request whose body never comes to its end, read so far that it is waited for. */
async function half(path: string) {
  const socket = connect(backend.port, '127.0.0.1');
  sockets.push(socket);
  let text = '';
  const read = new Promise<void>((resolve) =>
    socket.on('data', (chunk) => {
      text += chunk.toString();
      resolve();
    }),
  );
  const ended = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nExpect: 100-continue\r\n\r\n`,
  );
  await read;
  return { answer: () => text.replace('HTTP/1.1 100 Continue\r\n\r\n', ''), ended };
}

it.each([
  ['slash commands', COMMAND_PATH, WEBHOOK_PATH],
  ['webhooks', WEBHOOK_PATH, COMMAND_PATH],
])('half requests of %s and of the other kind have their places in common', async (_which, path, other) => {
  const first = await half(path);
  const second = await half(path);
  for (let n = 2; n < WAITED_FOR; n++) await half(path);
  expect(first.answer()).toBe('');
  await fetch(`${backend.url}${other}`, { method: 'POST', body: new URLSearchParams({ token: 'x' }) });
  await first.ended;
  expect(first.answer()).toMatch(/^HTTP\/1\.1 429 [^]*"code":"too_many_requests"/);
  expect(second.answer()).toBe('');
  for (const socket of sockets.splice(0)) socket.destroy();
});
