import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { readConfig } from './config.ts';
import { createServer, type Server } from './create-server.ts';
import type { Host } from './host.ts';
import { makeEventHub } from './http/events/event-hub.ts';
import { makeMetrics } from './metrics/make-metrics.ts';
import { DeliveryError } from './replies/ports.ts';
import type { Reply } from './replies/reply.ts';
import { listenAt } from './sidecar/listen-at.ts';
import { silentLogger } from './shared/logger.ts';
import type { PostId } from './shared/ids.ts';
import { newDatabaseFolder } from './store/testing/database-folder.ts';
import { call } from './testing/call.ts';
import { openEvents } from './testing/event-reader.ts';
import { channelId, makePeople, postId, userId } from './testing/people.ts';

/** Real sockets on a machine that may be busy. */
jest.setTimeout(30_000);

const TOKEN = 'abcdefghijklmnopqrstuvwxyz';
const deps = { logger: silentLogger, now: Date.now, metrics: makeMetrics() };

let folder: string;
beforeEach(async () => void (folder = await newDatabaseFolder('todo-server-')));
afterEach(() => rm(folder, { recursive: true }));

/** A host whose Mattermost is played; it takes posts while `takesPosts`. */
function play(env: Record<string, string> = {}) {
  const people = makePeople();
  people.add('ann', { channels: ['town'] });
  const posted: Reply[] = [];
  const state = { takesPosts: true, started: 0, stopped: 0 };
  const config = readConfig({ env: { ...environment(), ...env }, readFile: () => '' });
  const host: Host = {
    identify: people.identify,
    poster: {
      async post(reply) {
        if (!state.takesPosts) throw new DeliveryError('away', { permanent: false, retryAfterMs: 10 });
        posted.push(reply);
        return reply.id as string as PostId;
      },
    },
    findBotPost: async () => undefined,
    pinPost: async () => undefined,
    postingRightOf: people.postingRightOf,
    openForm: async () => undefined,
    pressUrl: async () => undefined,
    bot: () => null,
    publicChannels: { writtenIn: async () => [], postsSince: async () => [] },
    findPost: people.findPost,
    accountOf: people.accountOf,
    people: people.directory,
    recipients: people.recipients,
    channelStateFor: people.channelStateFor,
    siteLocale: async () => 'en',
    mattermostState: () => 'ok',
    openPush: (reader) => makeEventHub({ reader, identify: people.identify, ...deps }),
    listen: (app, integrations) => listenAt(config.http, app, integrations),
    ...(config.http.integrations === null ? {} : { integrationsApart: true }),
    start: () => void (state.started += 1),
    stop: async () => void (state.stopped += 1),
  };
  return { server: createServer(config, host, deps), people, posted, state };
}

const environment = () => ({
  MATTERMOST_URL: 'http://127.0.0.1:1',
  MATTERMOST_BOT_TOKEN_TODO: TOKEN,
  MATTERMOST_WEBHOOK_TOKEN_TODO: TOKEN,
  DATABASE_URL: `sqlite:${join(folder, 'todo.sqlite')}`,
  PORT: '0',
});

const urlOf = (server: Server) => `http://127.0.0.1:${server.address().port}`;
/** A message of ann's in the channel, told by an outgoing webhook. */
const webhook = ({ server, people }: ReturnType<typeof play>, text: string, url = urlOf(server)) => {
  people.post('hook', 'town', 'ann', text);
  return fetch(`${url}/webhook/todo`, {
    method: 'POST',
    body: new URLSearchParams({
      token: TOKEN,
      channel_id: channelId('town'),
      user_id: userId('ann'),
      post_id: postId('hook'),
      text,
      trigger_word: 'todo',
    }),
  });
};

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5));
}

function isListening(server: Server): boolean {
  try {
    return server.address().port > 0;
  } catch {
    return false;
  }
}

describe('the server', () => {
  it('touches nothing before it is started, and can be stopped even so', async () => {
    const { server, state } = play();
    await server.stop();
    expect(state).toMatchObject({ started: 0, stopped: 0 });
  });

  it('takes a webhook from its door to the list, the reply and the open sidebar', async () => {
    const played = play();
    const { server, posted } = played;
    await server.start();
    const events = await openEvents({ url: urlOf(server) }, 'ann', `?channels=${channelId('town')}`);
    await events.next();
    expect((await webhook(played, 'todo buy bread')).status).toBe(200);
    expect((await events.next())?.data).toMatchObject({ todos: [{ text: 'buy bread', number: 1 }] });
    await until(() => posted.length === 1);
    expect(posted[0]?.text).toContain('buy bread');
    await server.stop();
    expect((await events.next())?.event).toBe('bye');
  });

  it("takes webhooks at an address of their own, and then no more at the site's", async () => {
    const played = play({ INTEGRATIONS_PORT: '0' });
    const { server } = played;
    await server.start();
    const { port = 0 } = server.address().integrations ?? {};
    expect((await webhook(played, 'todo buy bread')).status).toBe(404);
    expect((await webhook(played, 'todo buy bread', `http://127.0.0.1:${port}`)).status).toBe(200);
    const path = `/lists/${channelId('town')}`;
    expect((await call({ url: urlOf(server) }, 'ann', 'GET', path)).body).toMatchObject({ openCount: 1 });
    await server.stop();
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
  });

  it('tells metrics at the address of the integrations, before there is a store too', async () => {
    const { server } = play({ INTEGRATIONS_PORT: '0', DATABASE_URL: 'postgres://nobody@%2Fnowhere/x' });
    void server.start().catch(() => undefined);
    await until(() => isListening(server));
    const { port = 0 } = server.address().integrations ?? {};
    const response = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect(await response.text()).toMatch(/^todo_node_database_up 0$/m);
    expect((await fetch(`${urlOf(server)}/metrics`)).status).toBe(503);
    await server.stop();
  });

  it('sends after a restart the replies that Mattermost did not take before', async () => {
    const first = play();
    first.state.takesPosts = false;
    await first.server.start();
    await webhook(first, 'todo survive');
    await first.server.stop();
    expect(first.posted).toEqual([]);
    const second = play();
    await second.server.start();
    await until(() => second.posted.length === 1);
    await webhook(second, 'todo survive');
    const { body } = await call({ url: urlOf(second.server) }, 'ann', 'GET', `/lists/${channelId('town')}`);
    expect(body['openCount']).toBe(1);
    await second.server.stop();
    expect(second.posted).toHaveLength(1);
  });

  it('answers what is under way when it is stopped, and stops once', async () => {
    const { server, state } = play();
    await server.start();
    const url = urlOf(server);
    const adds = Array.from({ length: 15 }, (_, n) =>
      call({ url }, 'ann', 'POST', '/lists/me/todos', { text: `number ${n}` }),
    );
    await adds[0];
    const stops = [server.stop(), server.stop()];
    const statuses = (await Promise.all(adds)).map(({ status }) => status);
    expect(statuses).toEqual(statuses.map(() => 201));
    await Promise.all(stops);
    expect(state).toMatchObject({ started: 1, stopped: 1 });
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it('is alive from the start, says why it is not ready, and refuses all else while the database is away', async () => {
    const { server } = play({ DATABASE_URL: `postgres://nobody@${encodeURIComponent(folder)}/x` });
    const started = server.start();
    const ended = started.catch((error: unknown) => error);
    await until(() => isListening(server));
    const url = urlOf(server);
    await until(async () => /ENOENT/.test(await (await fetch(`${url}/readyz`)).text()));
    const [alive, ready] = await Promise.all([fetch(`${url}/healthz`), fetch(`${url}/readyz`)]);
    expect([alive.status, ready.status]).toEqual([200, 503]);
    expect(await ready.json()).toMatchObject({
      ready: false,
      database: 'away',
      reason: expect.stringMatching(/does not answer right now.*\(ENOENT\)/),
    });
    const refused = await call({ url }, 'ann', 'POST', '/lists/me/todos', { text: 'too early' });
    expect(refused).toMatchObject({ status: 503, body: { code: 'store_unavailable' } });
    expect((await fetch(`${url}/webhook/todo`, { method: 'POST' })).status).toBe(503);
    await server.stop();
    expect(await ended).toMatchObject({ code: 'stopping' });
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  });

  it('is not ready, and says why, when its file is replaced under it', async () => {
    const { server } = play();
    await server.start();
    await rename(join(folder, 'todo.sqlite'), join(folder, 'away'));
    const answer = await fetch(`${urlOf(server)}/readyz`);
    expect([answer.status, await answer.json()]).toEqual([
      503,
      expect.objectContaining({
        database: 'damaged',
        reason: expect.stringMatching(/moved away or replaced/),
      }),
    ]);
    await server.stop();
  });

  it('says whether it is ready', async () => {
    const { server } = play();
    await server.start();
    const answer = await fetch(`${urlOf(server)}/readyz`);
    expect(await answer.json()).toEqual({
      ready: true,
      database: 'ok',
      mattermost: 'ok',
      outbox: { waiting: 0, oldestMs: 0 },
    });
    await server.stop();
  });
});
