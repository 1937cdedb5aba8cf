import { execFile } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { directTransport, type DirectTransport } from './direct-transport.ts';
import { NoAnswerError } from './no-answer-error.ts';

describe('the direct transport', () => {
  let handle: http.RequestListener;
  let server: http.Server;
  let url: URL;
  let transport: DirectTransport;
  let requests: http.IncomingMessage[];

  beforeEach(async () => {
    requests = [];
    server = http.createServer((req, res) => {
      requests.push(req);
      handle(req, res);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/chat/x`);
    transport = directTransport(1_000);
  });
  afterEach(async () => {
    transport.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const get = (timeoutMs = 5_000) => transport.send({ method: 'GET', url, headers: {}, timeoutMs });

  it('keeps apart a header that comes twice', async () => {
    handle = (_req, res) => res.writeHead(200, { 'X-Ratelimit-Remaining': ['7', '3'] }).end('x');
    expect((await get()).headers['x-ratelimit-remaining']).toEqual(['7', '3']);
  });

  it('follows no redirect', async () => {
    handle = (_req, res) => res.writeHead(302, { Location: '/elsewhere' }).end();
    expect(await get()).toMatchObject({ status: 302 });
    expect(requests).toHaveLength(1);
  });

  it('keeps no cookie', async () => {
    handle = (_req, res) => res.writeHead(200, { 'Set-Cookie': 'MMAUTHTOKEN=x; Path=/' }).end();
    await get();
    await get();
    expect(requests.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
  });

  it.each<[string, http.RequestListener, boolean]>([
    ['is dropped before the answer', (req) => req.socket.destroy(), true],
    [
      'is dropped within the answer',
      (req, res) => (res.writeHead(200).write('x'), setImmediate(() => req.socket.destroy())),
      true,
    ],
    ['brings no answer in time', () => {}, true],
    ['brings half an answer in time', (_req, res) => void res.writeHead(200).write('x'), true],
    ['brings too long an answer', (_req, res) => void res.end('x'.repeat(1_001)), true],
  ])(
    'tells that the request may have been read when the connection %s',
    async (_how, handler, mayHaveHappened) => {
      handle = handler;
      const failure = await get(200).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(NoAnswerError);
      expect(failure).toMatchObject({ mayHaveHappened });
    },
  );

  it('tells that the request was never read when nobody listens', async () => {
    const gone = http.createServer().listen(0, '127.0.0.1');
    await once(gone, 'listening');
    url.port = String((gone.address() as AddressInfo).port);
    await new Promise((resolve) => gone.close(resolve));
    await expect(get()).rejects.toMatchObject({ mayHaveHappened: false });
  });

  it.each([
    ['NODE_USE_ENV_PROXY', { NODE_USE_ENV_PROXY: '1' }, []],
    ['--use-env-proxy', {}, ['--use-env-proxy']],
  ])('uses no proxy of the environment, even with %s; where fetch does', async (_how, env, flags) => {
    handle = (_req, res) => res.end('direct');
    const proxied: string[] = [];
    const proxy = http.createServer((req, res) => {
      proxied.push(req.url ?? '');
      res.end('by proxy');
    });
    proxy.on('connect', (req, socket) => {
      proxied.push(req.url ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const proxyUrl = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const here = new URL('direct-transport.ts', import.meta.url).href;
    const program = `
      const { directTransport } = await import(${JSON.stringify(here)});
      const transport = directTransport();
      const answer = await transport.send({ method: 'GET', url: new URL(process.argv[1]), headers: {}, timeoutMs: 5000 });
      const fetched = await fetch(process.argv[1] + '?fetched').then((res) => res.text(), () => 'by proxy');
      console.log(JSON.stringify([answer.body.toString(), fetched]));
      transport.close();`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['--no-warnings', ...flags, '--input-type=module', '--eval', program, url.href],
      { env: { ...env, HTTP_PROXY: proxyUrl, http_proxy: proxyUrl }, timeout: 4_000 },
    );
    await new Promise((resolve) => (proxy.closeAllConnections(), proxy.close(resolve)));
    const [direct, fetched] = JSON.parse(stdout) as [string, string];
    expect(direct).toBe('direct');
    // The control: fetch did go to the proxy, by a tunnel or a plain request, and nothing else did.
    expect({ fetched, proxied }).toEqual({
      fetched: 'by proxy',
      proxied: [expect.stringContaining(url.host)],
    });
  });
});
