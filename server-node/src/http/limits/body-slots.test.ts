import express from 'express';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { makeBodySlots, unlessGivenUp } from './body-slots.ts';

const WAITED_FOR = 100;
/** Nothing here is to be given up for being slow, however slow the machine. */
const FOR_EVER_MS = 1_000_000_000;

let server: Server;
let sockets: Socket[];
let closed: number;
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function open(longestMs = FOR_EVER_MS): Promise<void> {
  sockets = [];
  closed = 0;
  const app = express();
  app.use((_req, res, next) => {
    res.once('close', () => (closed += 1));
    next();
  });
  app.post(
    '/',
    makeBodySlots(longestMs),
    express.urlencoded(),
    unlessGivenUp,
    (_req, res) => void res.send('ok'),
  );
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
}

async function until(look: () => boolean): Promise<void> {
  while (!look()) await sleep(10);
}

const port = () => (server.address() as AddressInfo).port;

/** A request that never comes to its end; gives all of the answer as soon as there is some. */
async function half() {
  const socket = connect(port(), '127.0.0.1');
  sockets.push(socket);
  let text = '';
  socket.on('data', (chunk) => void (text += chunk.toString())).on('error', () => undefined);
  const arrived = once(server, 'request');
  socket.write(
    'POST / HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\nx',
  );
  await arrived;
  return {
    answer: () => text,
    isClosed: () => socket.closed,
    send: (rest: string) => void socket.write(rest),
  };
}

const whole = async () =>
  (await fetch(`http://127.0.0.1:${port()}/`, { method: 'POST', body: new URLSearchParams({ a: 'b' }) }))
    .status;

describe('bodies of nobody known that do not come', () => {
  it('are given up, the longest waited for first, when there are too many', async () => {
    await open();
    const first = await half();
    const others = [];
    for (let n = 1; n < WAITED_FOR; n++) others.push(await half());
    expect(first.answer()).toBe('');
    expect(await whole()).toBe(200);
    await until(first.isClosed);
    expect(first.answer()).toMatch(
      /^HTTP\/1\.1 429 [^]*\r\nConnection: close\r\n[^]*"code":"too_many_requests"/,
    );
    expect(first.answer()).toMatch(/^Retry-After: 1\r$/m);
    expect(others.filter(({ answer }) => answer() !== '')).toEqual([]);
  });

  it('are given up after their time, whatever trickles in', async () => {
    await open(300);
    const { answer, isClosed, send } = await half();
    const trickle = setInterval(() => send('x'), 20);
    await until(isClosed);
    clearInterval(trickle);
    expect(answer()).toMatch(/^HTTP\/1\.1 408 [^]*\r\nConnection: close\r\n[^]*"code":"too_slow"/);
  });

  it('count no longer once they are here, or their sender is gone', async () => {
    await open();
    const first = await half();
    for (let n = 0; n < WAITED_FOR; n++) expect(await whole()).toBe(200);
    for (let n = 1; n <= WAITED_FOR; n++) {
      await half();
      sockets.pop()?.destroy();
      await until(() => closed === WAITED_FOR + n);
    }
    expect(first.answer()).toBe('');
  });
});
