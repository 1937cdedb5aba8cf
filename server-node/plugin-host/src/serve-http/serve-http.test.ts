import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { afterEach, describe, expect, it } from '@jest/globals';
import express from 'express';
import { WebSocket, WebSocketServer } from 'ws';

import type { InProcess } from '../../test/host/in-process.ts';
import { inProcess } from '../../test/host/in-process.ts';
import type { MattermostHttp } from '../../test/host/mattermost-http.ts';
import { listen, TEST_USER_HEADER } from '../../test/host/mattermost-http.ts';
import type { MattermostOptions } from '../../test/host/mattermost-side.ts';
import type { Plugin } from '../hooks/plugin.ts';

const running: { site: MattermostHttp; both: InProcess }[] = [];

async function serving(plugin: Plugin, options: MattermostOptions = {}): Promise<InProcess & MattermostHttp> {
  const both = inProcess(() => plugin, options);
  await both.mattermost.activate();
  const site = await listen(both.mattermost);
  running.push({ site, both });
  return { ...both, ...site };
}

afterEach(async () => {
  for (const { site, both } of running.splice(0)) {
    await site.close();
    both.mattermost.close();
  }
});

const text = async (response: Response) => [response.status, await response.text()];

describe('an Express app behind Mattermost', () => {
  const app = express();
  app.use(express.json({ limit: '1mb' }));
  app.get('/who', (request, response) => {
    response.json({ user: request.get('mattermost-user-id') ?? null, query: request.query, ip: request.ip });
  });
  app.post('/echo', (request, response) => {
    response.status(201).json(request.body);
  });
  app.get('/fails', () => {
    throw new Error('no way');
  });

  it('answers JSON, with the user that Mattermost vouches for', async () => {
    const { url } = await serving({ ServeHTTP: app });
    const response = await fetch(`${url}/who?a=1&a=2`, { headers: { [TEST_USER_HEADER]: 'alice' } });
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(await response.json()).toEqual({ user: 'alice', query: { a: ['1', '2'] }, ip: '127.0.0.1' });
  });

  it('does not believe a user id from outside', async () => {
    const { url } = await serving({ ServeHTTP: app });
    const response = await fetch(`${url}/who`, { headers: { 'Mattermost-User-Id': 'root' } });
    expect(await response.json()).toMatchObject({ user: null });
  });

  it('reads a JSON body, announced or in chunks', async () => {
    const { url } = await serving({ ServeHTTP: app });
    const headers = { 'Content-Type': 'application/json' };
    expect(await text(await fetch(`${url}/echo`, { method: 'POST', headers, body: '{"a":1}' }))).toEqual([
      201,
      '{"a":1}',
    ]);
    const body = Readable.toWeb(Readable.from([Buffer.from('{"b"'), Buffer.from(':2}')])) as ReadableStream;
    const chunked = await fetch(`${url}/echo`, {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await text(chunked)).toEqual([201, '{"b":2}']);
  });

  it('keeps its own 404, 413, 304 and HEAD', async () => {
    const { url } = await serving({ ServeHTTP: app });
    expect((await fetch(`${url}/nothing`)).status).toBe(404);
    const big = JSON.stringify({ text: 'x'.repeat(2_000_000) });
    const refused = await fetch(`${url}/echo`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: big,
    });
    expect(refused.status).toBe(413);
    const first = await fetch(`${url}/who`);
    const etag = first.headers.get('etag') as string;
    expect(etag).toMatch(/^W\//);
    const again = httpRequest(`${url}/who`, {
      headers: { 'If-None-Match': etag, 'Accept-Language': '*' },
    }).end();
    const [unchanged] = (await once(again, 'response')) as [IncomingMessage];
    expect(unchanged.resume().statusCode).toBe(304);
    const head = await fetch(`${url}/who`, { method: 'HEAD' });
    expect([head.status, await head.text(), Number(head.headers.get('content-length'))]).toEqual([
      200,
      '',
      (await first.text()).length,
    ]);
  });

  it('answers 500 for a handler that throws, and goes on', async () => {
    const { url } = await serving({ ServeHTTP: app });
    expect((await fetch(`${url}/fails`)).status).toBe(500);
    expect((await fetch(`${url}/who`)).status).toBe(200);
  });
});

describe('requests as handlers see them', () => {
  it('carry names, order and duplicates of headers, and the version', async () => {
    let seen: IncomingMessage | undefined;
    const { url, server } = await serving({
      ServeHTTP: (request, response) => {
        seen = request;
        response.end();
      },
    });
    const { port } = server.address() as AddressInfo;
    const path = new URL(url).pathname;
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `GET ${path}//two%2Fslashes?q=%20 HTTP/1.1\r\nHost: h.example\r\nX-Two: 1\r\nX-TWO: 2\r\nConnection: close\r\n\r\n`,
    );
    await once(socket.resume(), 'close');
    expect(seen?.url).toBe('//two%2Fslashes?q=%20');
    expect(seen?.headers).toMatchObject({ host: 'h.example', 'x-two': '1, 2' });
    expect(seen?.rawHeaders.join(' ')).toContain('X-Two 1 X-Two 2');
    expect([seen?.httpVersion, seen?.method, seen?.complete]).toEqual(['1.1', 'GET', true]);
  });

  it('have "/" for the bare address of the plugin', async () => {
    const { url } = await serving({ ServeHTTP: (request, response) => response.end(request.url) });
    expect(await text(await fetch(url))).toEqual([200, '/']);
    expect(await text(await fetch(`${url}?a=1`))).toEqual([200, '/?a=1']);
  });

  it('do not fetch a body that nobody reads', async () => {
    const { url, mattermost } = await serving({
      ServeHTTP: (_request, response) => response.writeHead(403).end('no'),
    });
    const response = await fetch(`${url}/upload`, { method: 'POST', body: Buffer.alloc(100_000) });
    expect(await text(response)).toEqual([403, 'no']);
    expect(response.headers.has('content-type')).toBe(false);
    expect(mattermost.lastWriter?.calls).toEqual(['Header', 'SyncHeader', 'WriteHeader', 'Write']);
  });

  it('break off with an error when less came than was announced', async () => {
    const { promise, resolve } = Promise.withResolvers<Error>();
    const { url, server } = await serving({
      ServeHTTP: (request, response) => {
        request.on('error', (error) => (resolve(error), response.end()));
        request.resume();
      },
    });
    const { port } = server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write(`POST ${new URL(url).pathname}/x HTTP/1.1\r\nHost: h\r\nContent-Length: 100\r\n\r\nshort`);
    setTimeout(() => socket.destroy(), 50);
    expect((await promise).message).toBe('aborted');
  });

  it('wait for "100 Continue" until the body is wanted', async () => {
    const { url } = await serving({
      ServeHTTP: async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        response.end(Buffer.concat(chunks));
      },
    });
    const request = httpRequest(`${url}/x`, {
      method: 'POST',
      headers: { Expect: '100-continue', 'Content-Length': 4 },
    });
    request.end('body');
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect((await response.toArray()).join('')).toBe('body');
  });
});

describe('responses as clients see them', () => {
  it('keep the spelling of names, and duplicates', async () => {
    const { url } = await serving({
      ServeHTTP: (_request, response) => {
        response.setHeader('content-type', 'text/x-own');
        response.setHeader('x-oWn', 'a');
        response.appendHeader('Set-Cookie', 'a=1');
        response.appendHeader('set-cookie', 'b=2');
        response.setHeader('Transfer-Encoding', 'chunked');
        response.end('x');
      },
    });
    const request = httpRequest(url).end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.resume();
    const raw = response.rawHeaders.join('|');
    expect(raw).toContain('Content-Type|text/x-own');
    expect(raw).toContain('x-oWn|a');
    expect(response.headers['set-cookie']).toEqual(['a=1', 'b=2']);
  });

  it('take two calls when Mattermost sets no headers: head, body', async () => {
    const { url, mattermost } = await serving({ ServeHTTP: (_request, response) => response.end('{}') });
    await (await fetch(url)).text();
    await (await fetch(url)).text();
    expect(mattermost.lastWriter?.calls).toEqual(['SyncHeader', 'Write']);
  });

  it('keep headers that Mattermost sets', async () => {
    const { url } = await serving(
      { ServeHTTP: (_request, response) => response.setHeader('Vary', 'Cookie').end() },
      { hostHeaders: { 'X-Ratelimit-Limit': ['10'], Vary: ['Origin'] } },
    );
    await (await fetch(url)).text();
    const { headers } = await fetch(url);
    expect([headers.get('x-ratelimit-limit'), headers.get('vary')]).toEqual(['10', 'Cookie']);
  });

  it('arrive piece by piece when flushed', async () => {
    let send: ((text: string) => void) | undefined;
    const { url } = await serving({
      ServeHTTP: (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.flushHeaders();
        send = (event) => (event === '' ? response.end() : response.write(event));
      },
    });
    const response = await fetch(url);
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    for (const event of ['data: 1\n\n', 'data: 2\n\n']) {
      send?.(event);
      expect(Buffer.from((await reader.read()).value as Uint8Array).toString()).toBe(event);
    }
    send?.('');
    expect((await reader.read()).done).toBe(true);
  });

  it('push a pause through without being asked', async () => {
    let finish: (() => void) | undefined;
    const { url } = await serving({
      ServeHTTP: (_request, response) => {
        response.write('first');
        finish = () => response.end('second');
      },
    });
    const reader = ((await fetch(url)).body as ReadableStream<Uint8Array>).getReader();
    expect(Buffer.from((await reader.read()).value as Uint8Array).toString()).toBe('first');
    finish?.();
    expect(Buffer.from((await reader.read()).value as Uint8Array).toString()).toBe('second');
  });

  it('hold a handler up that writes faster than the client reads', async () => {
    let waits = 0;
    const { url } = await serving({
      ServeHTTP: async (_request, response) => {
        for (let index = 0; index < 64; index++) {
          if (response.write(Buffer.alloc(100_000))) continue;
          waits++;
          await once(response, 'drain');
        }
        response.end();
      },
    });
    expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(6_400_000);
    expect(waits).toBeGreaterThan(10);
  });

  it('pass 64 MB both ways, with no more than a window of it under way', async () => {
    const size = 64 * 1024 * 1024;
    const piece = Buffer.alloc(1024 * 1024, 'x');
    const { url } = await serving({
      ServeHTTP: async (request, response) => {
        response.setHeader('Content-Length', request.headers['content-length'] as string);
        await pipeline(request, response);
      },
    });
    const request = httpRequest(url, { method: 'PUT', headers: { 'Content-Length': size } });
    let produced = 0;
    const pieces = repeated(piece, size / piece.length, () => (produced += piece.length));
    const sent = pipeline(Readable.from(pieces), request);
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    const hash = createHash('sha1');
    let received = 0;
    let most = 0;
    for await (const chunk of response as AsyncIterable<Buffer>) {
      received += chunk.length;
      hash.update(chunk);
      most = Math.max(most, produced - received);
    }
    await sent;
    expect(received).toBe(size);
    expect(most).toBeLessThan(16 * 1024 * 1024);
  }, 60_000);

  it('tell the handler that the client has gone', async () => {
    const { promise: closed, resolve } = Promise.withResolvers<boolean>();
    const { url } = await serving({
      ServeHTTP: (request, response) => {
        const timer = setInterval(() => response.write('x'), 5);
        request.on('aborted', () => undefined);
        response.on('close', () => (clearInterval(timer), resolve(response.writableFinished)));
      },
    });
    const abort = new AbortController();
    const response = await fetch(url, { signal: abort.signal });
    await (response.body as ReadableStream).getReader().read();
    abort.abort();
    expect(await closed).toBe(false);
  });

  it('show a handler that gives up halfway as a broken answer', async () => {
    const { url } = await serving({
      ServeHTTP: (_request, response) => {
        response.setHeader('Content-Length', '100');
        response.write('half');
        setTimeout(() => response.destroy(), 30);
      },
    });
    // On a busy machine the end may come before the client has seen the head.
    await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
  });
});

describe('failing handlers', () => {
  const cases: [string, (request: IncomingMessage, response: ServerResponse) => unknown][] = [
    ['that throw', () => fail()],
    ['that reject', () => Promise.reject(new Error('later'))],
  ];

  it.each(cases)('%s give a 500 and a log entry', async (_how, ServeHTTP) => {
    const { url, logged } = await serving({ ServeHTTP });
    const [status, body] = await text(await fetch(url));
    expect(status).toBe(500);
    expect(body).not.toContain('later');
    expect(logged.at(-1)).toMatchObject({ level: 'error', message: 'A request failed.' });
  });

  it('are 404 when the plugin serves no HTTP', async () => {
    const { url } = await serving({});
    expect((await fetch(url)).status).toBe(404);
  });
});

function fail(): never {
  throw new Error('at once');
}

describe('requests from within Mattermost', () => {
  it('get the whole body in the last write', async () => {
    const { mattermost } = await serving({
      ServeHTTP: (_request, response) => {
        response.writeHead(200, { 'Content-Type': 'application/json' });
        response.write('{"a":');
        response.end('1}');
      },
    });
    const { status, lastWrite } = await mattermost.internalRequest(
      { URL: '/action' },
      Buffer.from('{}'),
      'alice',
    );
    expect([status, lastWrite.toString()]).toEqual([200, '{"a":1}']);
  });
});

describe('an upgrade', () => {
  it('becomes a WebSocket', async () => {
    const sockets = new WebSocketServer({ noServer: true });
    const { url } = await serving({
      onUpgrade: (request, socket, head) =>
        sockets.handleUpgrade(request, socket, head, (client) => {
          client.on('message', (message) => client.send(`you said ${message as unknown as string}`));
        }),
    });
    const client = new WebSocket(url.replace('http:', 'ws:'));
    await once(client, 'open');
    client.send('hello');
    const [answer] = (await once(client, 'message')) as [Buffer];
    expect(answer.toString()).toBe('you said hello');
    client.close();
    await once(client, 'close');
  });
});

function* repeated(piece: Buffer, times: number, onPiece: () => void): Generator<Buffer> {
  for (let index = 0; index < times; index++) {
    onPiece();
    yield piece;
  }
}
