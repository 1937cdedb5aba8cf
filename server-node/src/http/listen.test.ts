import { describe, expect, it, jest } from '@jest/globals';
import { once } from 'node:events';
import { connect } from 'node:net';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listen } from './listen.ts';

/** Real sockets on a machine that may be busy. */
jest.setTimeout(30_000);

/** Answers when told to. */
async function openSlow() {
  const open: { res: ServerResponse }[] = [];
  let arrived: () => void = () => undefined;
  const listening = await listen(
    (_req: IncomingMessage, res: ServerResponse) => {
      open.push({ res });
      arrived();
    },
    '127.0.0.1',
    0,
  );
  return {
    listening,
    port: listening.address().port,
    url: `http://127.0.0.1:${listening.address().port}`,
    arrival: () => new Promise<void>((resolve) => (arrived = resolve)),
    answer: () => open.forEach(({ res }) => res.end('whole')),
  };
}

async function refused(port: number): Promise<void> {
  for (let isOpen = true; isOpen;) {
    const socket = connect(port, '127.0.0.1');
    isOpen = await new Promise((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.once('error', () => resolve(false));
    });
    socket.destroy();
  }
}

describe('a stop', () => {
  it('cuts no request that is under way, and takes no new connection', async () => {
    const slow = await openSlow();
    const arrival = slow.arrival();
    const answer = fetch(slow.url);
    await arrival;
    const stopped = slow.listening.stop();
    await refused(slow.port);
    slow.answer();
    expect(await (await answer).text()).toBe('whole');
    await stopped;
  });

  it('does not wait for connections that only might be used again', async () => {
    const slow = await openSlow();
    const arrival = slow.arrival();
    const answer = fetch(slow.url);
    await arrival;
    slow.answer();
    await (await answer).text();
    const idle = connect(slow.port, '127.0.0.1');
    await once(idle, 'connect');
    await slow.listening.stop();
    idle.destroy();
  });
});
