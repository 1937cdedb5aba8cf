import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterEach, describe, expect, it } from '@jest/globals';

import type { Plugin } from '../hooks/plugin.ts';
import { inProcess } from '../../test/host/in-process.ts';
import type { MattermostHttp } from '../../test/host/mattermost-http.ts';
import { listen, TEST_USER_HEADER } from '../../test/host/mattermost-http.ts';

const ends: (() => unknown)[] = [];

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function serving(
  plugin: Plugin,
  options: Parameters<typeof inProcess>[1] = {},
): Promise<MattermostHttp> {
  const { mattermost } = inProcess(() => plugin, options);
  await mattermost.activate();
  const site = await listen(mattermost);
  ends.push(() => mattermost.close(), site.close);
  return site;
}

/** A client that sends what it is told and reads only what it is asked to. */
async function client({ server, url }: MattermostHttp, head: string): Promise<Socket> {
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').pause();
  socket.on('error', () => undefined);
  ends.push(() => socket.destroy());
  await once(socket, 'connect');
  socket.write(head.replace('PATH', new URL(url).pathname).replace('\r\n', '\r\nHost: h\r\n'));
  return socket;
}

it('answers 503 beyond the most requests at once, except to the plugin itself, and goes on when there are fewer', async () => {
  const waiting: (() => void)[] = [];
  const site = await serving(
    { ServeHTTP: (_request, response) => void waiting.push(() => response.end('done')) },
    { limits: { maxRequests: 2 }, intercept: ({ url }) => url === '/own' },
  );
  const held = [fetch(site.url), fetch(site.url)];
  while (waiting.length < 2) await sleep(5);
  const refused = await fetch(site.url);
  expect([refused.status, await refused.text()]).toEqual([503, 'Too many requests at once.\n']);
  expect(refused.headers.get('Connection')).toBe('close');
  expect((await fetch(`${site.url}/own`)).status).toBe(204);
  for (const answer of waiting.splice(0)) answer();
  expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200]);
  const later = fetch(site.url);
  while (waiting.length < 1) await sleep(5);
  waiting[0]?.();
  expect((await later).status).toBe(200);
});

it('keeps places for people that nobody without a session can take', async () => {
  const waiting: (() => void)[] = [];
  const site = await serving(
    { ServeHTTP: (_request, response) => void waiting.push(() => response.end('done')) },
    { limits: { maxRequests: 3, maxRequestsOfUnknown: 2 } },
  );
  const person = { headers: { [TEST_USER_HEADER]: 'user1' } };
  const held = [fetch(site.url), fetch(site.url)];
  while (waiting.length < 2) await sleep(5);
  expect((await fetch(site.url)).status).toBe(503);
  held.push(fetch(site.url, person));
  while (waiting.length < 3) await sleep(5);
  expect((await fetch(site.url, person)).status).toBe(503);
  for (const answer of waiting) answer();
  expect((await Promise.all(held)).map(({ status }) => status)).toEqual([200, 200, 200]);
});

describe('a browser that stops reading', () => {
  const PIECE = Buffer.alloc(100_000);
  const PIECES = 1_000;

  it('holds its own response up, with little of it under way, and no other', async () => {
    let written = 0;
    const { promise: closed, resolve } = Promise.withResolvers<undefined>();
    const site = await serving({
      ServeHTTP: async (request, response) => {
        if (request.url === '/small') return void response.end('{}');
        response.once('close', () => resolve(undefined));
        for (; written < PIECES && !response.destroyed; written++) {
          if (!response.write(PIECE)) await Promise.race([once(response, 'drain'), closed]);
        }
      },
    });
    const browser = await client(site, 'GET PATH/endless HTTP/1.1\r\n\r\n');
    for (let before = -1; before !== written || written === 0; await sleep(200)) before = written;
    expect(written).toBeLessThan(PIECES / 4);
    expect(await (await fetch(`${site.url}/small`)).text()).toBe('{}');
    browser.destroy();
    await closed;
    expect(written).toBeLessThan(PIECES / 4);
  });
});

describe('64 slow uploads at once', () => {
  const UPLOADS = 64;
  const BODY = 'x'.repeat(1_000);

  it('keep no other request waiting, and arrive whole', async () => {
    let uploading = 0;
    const site = await serving({
      ServeHTTP: async (request, response) => {
        if (request.method === 'POST') uploading++;
        let received = 0;
        for await (const chunk of request) received += (chunk as Buffer).length;
        response.end(String(received));
      },
    });
    const head = `POST PATH/x HTTP/1.1\r\nConnection: close\r\nContent-Length: ${BODY.length}\r\n\r\n${BODY.slice(0, 1)}`;
    const uploads = await Promise.all(Array.from({ length: UPLOADS }, () => client(site, head)));
    while (uploading < UPLOADS) await sleep(5);
    // None of the uploads has ended yet, so this one waits for none of them.
    expect(await (await fetch(site.url)).text()).toBe('0');
    const answers = uploads.map(async (socket) => {
      socket.write(BODY.slice(1));
      const chunks = await socket.toArray();
      return Buffer.concat(chunks as Buffer[]).toString();
    });
    for (const answer of await Promise.all(answers)) expect(answer).toContain(String(BODY.length));
  });
});
