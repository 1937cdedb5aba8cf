import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket } from 'ws';
import { startBehindTheProxy } from './trial/behind-the-proxy.ts';
import type { Proxy } from './trial/proxies.ts';
import { NGINX, PROXIES } from './trial/proxies.ts';
import { findProgram, startProxy } from './trial/start-proxy.ts';

const CASES = PROXIES.flatMap((proxy) => ['', '/chat'].map((subpath) => ({ proxy, subpath })));

for (const { proxy, subpath } of CASES) {
  const found = findProgram(proxy.program) !== undefined;
  const name = `${proxy.program} with our snippet, SiteURL path "${subpath}"`;
  (found ? describe : describe.skip)(found ? name : `${name} (not installed here)`, () =>
    trial(proxy, subpath),
  );
}

function trial(proxy: Proxy, subpath: string): void {
  let behind: Awaited<ReturnType<typeof startBehindTheProxy>>;
  let front: Awaited<ReturnType<typeof startProxy>> | undefined;
  const site = () => `${front?.origin}${subpath}`;
  const body = async (path: string, init?: RequestInit) => (await fetch(`${site()}${path}`, init)).text();

  beforeAll(async () => {
    behind = await startBehindTheProxy();
    front = await startProxy(
      proxy,
      { mattermost: behind.mattermostPort, backend: behind.backendPort },
      subpath,
    );
  }, 30_000);
  afterAll(async () => {
    await behind.stop();
    await front?.stop();
  });

  it('sends what is below the plugin to the backend, without the subpath', async () => {
    expect(await body('/plugins/todo-node/healthz')).toBe('backend /plugins/todo-node/healthz');
    expect(await body('/plugins/todo-node/public/icon.svg?a=b')).toBe(
      'backend /plugins/todo-node/public/icon.svg?a=b',
    );
  });

  it.each([
    '/',
    '/api/v4/users/me',
    '/plugins/todo-node-2/x',
    '/plugins/other/x',
    '/static/plugins/todo-node/a.js',
  ])('leaves %s to Mattermost', async (path) =>
    expect(await body(path)).toBe(`mattermost ${subpath}${path}`),
  );

  it('keeps its hands off paths that only look like a WebSocket of Mattermost', async () => {
    const path = '/plugins/todo-node/api/v4/websocket';
    expect(await body(path)).toBe(`backend ${path}`);
  });

  it('drops headers that only Mattermost may set, and keeps cookie, bearer, CSRF token and host', async () => {
    const headers = {
      'Mattermost-User-Id': 'mallory',
      'Mattermost-Plugin-ID': 'todo-node',
      'X-Forwarded-For': '203.0.113.7',
      Cookie: 'MMAUTHTOKEN=secret',
      Authorization: 'Bearer secret',
      'X-CSRF-Token': 'csrf',
    };
    await body('/plugins/todo-node/api/v1/me', { headers });
    const got = behind.seen.at(-1)?.headers ?? {};
    expect(got['mattermost-user-id']).toBeUndefined();
    expect(got['mattermost-plugin-id']).toBeUndefined();
    expect(got).toMatchObject({
      cookie: 'MMAUTHTOKEN=secret',
      authorization: 'Bearer secret',
      'x-csrf-token': 'csrf',
    });
    expect(got.host).toBe(new URL(site()).host);
    expect(got['x-forwarded-for']).toBe('127.0.0.1');
  });

  it('hands out server-sent events one by one while the stream stays open', async () => {
    const response = await fetch(`${site()}/plugins/todo-node/api/v1/events`, {
      headers: { 'Accept-Encoding': 'gzip' },
    });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    for (const event of ['data: one\n\n', 'data: two\n\n', ': alive\n\n']) {
      behind.streams.at(-1)?.write(event);
      expect(await reader?.read()).toEqual({ done: false, value: event });
    }
    await reader?.cancel();
  });

  it('never keeps an answer', async () => {
    const before = behind.seen.length;
    await body('/plugins/todo-node/api/v1/lists/me');
    await body('/plugins/todo-node/api/v1/lists/me');
    expect(behind.seen.length - before).toBe(2);
  });

  it('refuses a body above 1 MB before the backend gets it, and passes one below', async () => {
    const post = (size: number) =>
      fetch(`${site()}/plugins/todo-node/api/v1/x`, { method: 'POST', body: 'x'.repeat(size) });
    expect((await post(900_000)).status).toBe(200);
    expect((await post(1_100_000)).status).toBeGreaterThanOrEqual(400);
  });

  it('lets the WebSocket of Mattermost through', async () => {
    const socket = new WebSocket(`${site().replace('http', 'ws')}/api/v4/websocket`);
    const answer = await new Promise((resolve, reject) => {
      socket.on('open', () => socket.send('hello'));
      socket.on('message', (data) => resolve(String(data)));
      socket.on('error', reject);
    });
    socket.close();
    expect(answer).toBe('echo hello');
  });
}

/** The control: our snippet without the lines that switch buffering and packing off. */
const bufferingNginx: Proxy = {
  program: 'nginx',
  configure(dir, ports, subpath) {
    const args = NGINX.configure(dir, ports, subpath);
    const file = join(dir, 'todo-node.conf');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(proxy_buffering|gzip) off;/g, ''));
    return args;
  },
};

(findProgram('nginx') ? describe : describe.skip)(
  'nginx with buffering and gzip left on (the control)',
  () => {
    it('holds events back until the stream ends', async () => {
      const behind = await startBehindTheProxy();
      const ports = { mattermost: behind.mattermostPort, backend: behind.backendPort };
      const front = await startProxy(bufferingNginx, ports, '');
      try {
        let arrived = false;
        const first = fetch(`${front.origin}/plugins/todo-node/events`)
          .then((response) => response.body?.pipeThrough(new TextDecoderStream()).getReader().read())
          .finally(() => (arrived = true));
        while (behind.streams.length === 0) await fetch(`${front.origin}/plugins/todo-node/healthz`);
        behind.streams.at(-1)?.write('data: one\n\n');
        await fetch(`${front.origin}/plugins/todo-node/healthz`);
        expect(arrived).toBe(false);
        behind.streams.at(-1)?.end('data: two\n\n');
        expect(await first).toEqual({ done: false, value: 'data: one\n\ndata: two\n\n' });
      } finally {
        await behind.stop();
        await front.stop();
      }
    }, 30_000);
  },
);
