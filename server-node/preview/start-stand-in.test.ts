import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { callApi } from './contract/api-client.ts';
import { logIn } from './contract/open-site.ts';
import { startStandIn, type StandIn, type StandInOptions } from './start-stand-in.ts';

const running: { stop(): Promise<unknown> }[] = [];

async function start(options: StandInOptions = {}): Promise<StandIn> {
  const standIn = await startStandIn(options);
  running.push(standIn);
  return standIn;
}

afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop();
});

const post = (site: StandIn, message: string) =>
  callApi(site.url, 'POST', '/api/v4/posts', {
    token: site.seed.botToken,
    body: { channel_id: site.seed.launch.id, message },
  });

const messages = (site: StandIn) => [...site.site.world.posts.values()].map(({ message }) => message);

describe('a fault', () => {
  it('answers 429 as often as wanted, and the request is not carried out', async () => {
    const site = await start();
    const hits = site.faults.inject({
      path: '/api/v4/posts',
      times: 1,
      fails: { answer: 429, retryAfterS: 2 },
    });
    const refused = await post(site, 'one');
    expect([refused.status, refused.text, refused.headers.get('retry-after')]).toEqual([
      429,
      'limit exceeded\n',
      '2',
    ]);
    expect((await post(site, 'two')).status).toBe(201);
    expect([hits(), messages(site)]).toEqual([1, ['two']]);
  });

  it('cuts the connection after the post was accepted', async () => {
    const site = await start();
    site.faults.inject({ method: 'POST', path: /posts$/, times: 1, fails: { cut: 'after' } });
    await expect(post(site, 'kept')).rejects.toThrow('fetch failed');
    expect(messages(site)).toEqual(['kept']);
  });

  it('cuts the connection before anything happens', async () => {
    const site = await start();
    site.faults.inject({ path: '/api/v4/posts', fails: { cut: 'before' } });
    await expect(post(site, 'lost')).rejects.toThrow('fetch failed');
    expect(messages(site)).toEqual([]);
  });

  it('lets the first requests pass when told so', async () => {
    const site = await start();
    site.faults.inject({ path: '/api/v4/posts', after: 1, fails: { answer: 503 } });
    expect([(await post(site, 'one')).status, (await post(site, 'two')).status]).toEqual([201, 503]);
  });
});

it('goes away and comes back at the same address, with everything still there', async () => {
  const site = await start();
  await post(site, 'before');
  await site.goAway();
  await expect(post(site, 'meanwhile')).rejects.toThrow('fetch failed');
  await site.comeBack();
  expect((await post(site, 'after')).status).toBe(201);
  expect(messages(site)).toEqual(['before', 'after']);
});

it('knows everybody and everything again after a restart, under the same ids and tokens', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
  const worldFile = join(folder, 'world.json');
  const first = await startStandIn({ worldFile });
  const session = await logIn(first.url, 'alice', first.seed.password);
  await post(first, 'kept');
  const { command, hook } = first.addIntegrations('http://127.0.0.1:1');
  await first.stop();
  const second = await start({ worldFile });
  const again = second.addIntegrations('http://127.0.0.1:2');
  expect(statSync(worldFile).mode & 0o777).toBe(0o600);
  rmSync(folder, { recursive: true });
  expect(second.seed.alice.id).toBe(first.seed.alice.id);
  expect(second.seed.botToken).toBe(first.seed.botToken);
  expect([again.command.token, again.hook.token]).toEqual([command.token, hook.token]);
  expect(again.hook.callback_urls).toEqual(['http://127.0.0.1:2/webhook/todo']);
  expect(messages(second)).toEqual(['kept']);
  expect((await callApi(second.url, 'GET', '/api/v4/users/me', { token: session })).status).toBe(200);
});

it('limits the rate when told so: a burst, then so many a second', async () => {
  let now = 1_800_000_000_000;
  const site = await start({
    now: () => now,
    config: { RateLimitSettings: { Enable: true, PerSec: 10, MaxBurst: 2 } },
  });
  const ping = () => callApi(site.url, 'GET', '/api/v4/system/ping');
  const [one, , three, four] = [await ping(), await ping(), await ping(), await ping()];
  expect(one.headers.get('x-ratelimit-limit')).toBe('3');
  expect(one.headers.get('x-ratelimit-remaining')).toBe('2');
  expect([three.status, four.status, four.text, four.headers.get('retry-after')]).toEqual([
    200,
    429,
    'limit exceeded\n',
    '1',
  ]);
  now += 100;
  expect((await ping()).status).toBe(200);
});

it('gives cookies for its subpath only', async () => {
  const site = await start({ basePath: '/chat' });
  const answer = await callApi(site.url, 'POST', '/api/v4/users/login', {
    body: { login_id: 'alice', password: site.seed.password },
    headers: { 'X-Requested-With': 'XMLHttpRequest' },
  });
  expect(answer.headers.getSetCookie().every((cookie) => cookie.includes('Path=/chat;'))).toBe(true);
});

describe('the way to the backend', () => {
  interface Seen {
    url: string;
    headers: Record<string, unknown>;
  }

  async function startBackend(seen: Seen[]): Promise<string> {
    const server: Server = createServer((req, res) => {
      seen.push({ url: req.url ?? '', headers: req.headers });
      if (req.url?.endsWith('/events') !== true)
        return void res.writeHead(201, { 'X-Mine': 'yes' }).end('answered');
      res.writeHead(200, { 'Content-Type': 'text/event-stream' }).write('data: 1\n\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    running.push({
      stop: () =>
        new Promise((resolve) => {
          server.closeAllConnections();
          server.close(resolve);
        }),
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('leaves out the subpath and what only Mattermost may say, and keeps the cookie', async () => {
    const seen: Seen[] = [];
    const site = await start({ basePath: '/chat', backendUrl: await startBackend(seen) });
    const headers = { Cookie: 'MMAUTHTOKEN=x', 'Mattermost-User-Id': 'forged' };
    const answer = await callApi(site.url, 'GET', '/plugins/todo-node/api/v1/me?a=b', { headers });
    expect([answer.status, answer.text, answer.headers.get('x-mine')]).toEqual([201, 'answered', 'yes']);
    expect(seen[0]?.url).toBe('/plugins/todo-node/api/v1/me?a=b');
    expect(seen[0]?.headers).toMatchObject({ cookie: 'MMAUTHTOKEN=x', 'x-forwarded-proto': 'http' });
    expect(seen[0]?.headers).not.toHaveProperty('mattermost-user-id');
  });

  it('passes a stream on while it is being written', async () => {
    const site = await start({ backendUrl: await startBackend([]) });
    const response = await fetch(`${site.url}/plugins/todo-node/api/v1/events`);
    const first = await response.body?.getReader().read();
    expect(new TextDecoder().decode(first?.value)).toBe('data: 1\n\n');
  });

  it('ends in the answer of Mattermost when there is no backend, and in a 502 when it is down', async () => {
    const site = await start();
    const ask = () => callApi(site.url, 'GET', '/plugins/todo-node/api/v1/me');
    expect([(await ask()).status, (await ask()).text]).toEqual([404, '404 page not found\n']);
    site.setBackend('http://127.0.0.1:9');
    expect((await ask()).status).toBe(502);
  });
});

it('shows a page that says what it is, under a policy that lets no foreign script run', async () => {
  const site = await start({ basePath: '/chat' });
  const answer = await callApi(site.url, 'GET', '/login');
  expect(answer.text).toContain('Stand-in for Mattermost');
  expect(answer.text).toContain('src="/chat/static/page/page.js"');
  expect(answer.text).not.toMatch(/<script>/);
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
});
