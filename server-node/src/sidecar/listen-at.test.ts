import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, it, jest } from '@jest/globals';
import { listenAt } from './listen-at.ts';

/** Real sockets on a machine that may be busy. */
jest.setTimeout(30_000);

it('holds no port when one of the two cannot be had', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const { port: taken } = other.address() as AddressInfo;
  const free = createServer().listen(0, '127.0.0.1');
  await once(free, 'listening');
  const { port } = free.address() as AddressInfo;
  await new Promise((resolve) => free.close(resolve));
  const http = { host: '127.0.0.1', port, trustedProxies: [], requestsPerMinute: 1 };
  const integrations = { host: '127.0.0.1', port: taken, url: undefined };
  const answer = () => undefined;
  await expect(listenAt({ ...http, integrations }, answer, answer)).rejects.toThrow('EADDRINUSE');
  await (await listenAt({ ...http, integrations: null }, answer, null)).stop();
  other.close();
});
