import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ErrorView } from '../../src/contract/api.ts';
import { channelId, postId, userId } from '../../src/testing/people.ts';
import { createTestServer, type TestServer } from '../../test-postgres/server.ts';
import { preload } from '../stage/preload.ts';
import { add, ask, deliverWebhook, openTodos, TOWN } from './stage/ask.ts';
import { asShipped, fromSources, type Command } from './stage/managed-program.ts';
import { openManagedStage, type ManagedStage } from './stage/open-managed-stage.ts';

/** Longer than the connections need to notice; a webhook waits for 25 s, and people are not made to wait. */
const AWAY_MS = 6_000;
/** Mattermost shows nothing for as long as a command runs; the backend says after 2.5 s that the answer follows. */
const COMMAND_MS = 10_000;

let folder: string;
let postgres: TestServer;
let stage: ManagedStage;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-pg-'));
  await chmod(folder, 0o755);
  postgres = await createTestServer(join(folder, 'pg'));
}, 120_000);
afterEach(async () => {
  await stage.close();
  await postgres.stop('immediate').catch(() => undefined);
  await rm(folder, { recursive: true });
}, 60_000);

async function open(command: Command, env: Record<string, string> = {}): Promise<void> {
  stage = await openManagedStage({ command, env, postgres: postgres.url });
  await stage.start();
}

const UNAVAILABLE = { status: 503, body: { code: 'store_unavailable' } };

const botPostsIn = (channel: string) => stage.played.posts.filter(({ ChannelId }) => ChannelId === channel);

/** @returns what alice is shown, and how long she waited */
async function type(Command: string) {
  const typedAt = performance.now();
  await stage
    .plugin()
    .mattermost.hook(
      'ExecuteCommand',
      { RequestId: 'r' },
      { UserId: userId('alice'), ChannelId: channelId('town'), RootId: '', Command, TriggerId: '' },
    );
  return { said: stage.played.shown.at(-1)?.post.Message, afterMs: performance.now() - typedAt };
}

it('the database goes away: clear errors meanwhile, then it works by itself, and what waited is done once', async () => {
  await open(await asShipped());
  expect((await add(stage, 'alice', 'before')).status).toBe(201);
  const pid = stage.pid();
  await postgres.stop('immediate');
  const stoppedAt = performance.now();
  const webhook = deliverWebhook(stage, 'postaway', 'heard while away');
  webhook.catch(() => undefined);
  const refused = await add(stage, 'bob', 'while away', 'while-away');
  expect(refused).toMatchObject(UNAVAILABLE);
  expect((refused.body as unknown as ErrorView).message).toMatch(/store does not answer .* Try again/);
  expect(await ask(stage, 'carol', 'GET', '/lists/me')).toMatchObject(UNAVAILABLE);
  const typed = await type('/todo add typed while away');
  expect(typed.said).toMatch(/the answer follows/);
  expect(typed.afterMs).toBeLessThan(COMMAND_MS);
  await sleep(AWAY_MS - (performance.now() - stoppedAt));
  expect(await add(stage, 'bob', 'while away', 'while-away')).toMatchObject(UNAVAILABLE);

  await postgres.start();
  expect((await webhook).status).toBe(200);
  await stage.until(async () => (await add(stage, 'bob', 'while away', 'while-away')).status === 201);
  await stage.until(() => stage.played.posts.length >= 2);
  const waiting = 'select 1 from todo_node.todo_reply where finished_at is null';
  await stage.until(async () => (await stage.database.query(waiting)).length === 0);
  expect(botPostsIn(TOWN).map(({ RootId }) => RootId)).toEqual([postId('postaway')]);
  const late = stage.played.posts.filter(({ ChannelId }) => ChannelId !== TOWN);
  expect(late.map(({ Message }) => Message)).toEqual([expect.stringContaining('typed while away')]);
  expect((await openTodos(stage, 'alice', TOWN)).map(({ text }) => text)).toEqual(['heard while away']);
  expect((await openTodos(stage, 'alice')).map(({ text }) => text)).toEqual(['before', 'typed while away']);
  expect((await openTodos(stage, 'bob')).map(({ text }) => text)).toEqual(['while away']);
  expect(stage.pid()).toBe(pid);
}, 90_000);

it('enabled while the database is away: Mattermost keeps it, everybody is told, and it works when it is there', async () => {
  await open(await asShipped());
  expect((await add(stage, 'alice', 'before')).status).toBe(201);
  await stage.disable();
  await postgres.stop('immediate');
  await stage.start();
  expect(await add(stage, 'alice', 'too early')).toMatchObject(UNAVAILABLE);
  expect(await type('/todo list').catch(String)).toMatchObject({ said: undefined });
  await postgres.start();
  await stage.until(async () => (await add(stage, 'alice', 'after')).status === 201);
  expect((await openTodos(stage, 'alice')).map(({ text }) => text)).toEqual(['before', 'after']);
}, 90_000);

it('away for longer than anything waits: who was told that an answer follows is told how it ended', async () => {
  await open(fromSources, preload('moved-clock', { CLOCK_JUMPS_MS: '60000' }) as Record<string, string>);
  expect((await add(stage, 'alice', 'before')).status).toBe(201);
  await postgres.stop('immediate');
  expect((await type('/todo add typed while away')).said).toMatch(/the answer follows/);
  const webhook = deliverWebhook(stage, 'postaway', 'heard while away');
  process.kill(stage.pid(), 'SIGUSR2');
  expect(await webhook).toMatchObject({ status: 503 });
  await postgres.start();
  await stage.until(() => stage.played.posts.length > 0);
  expect(stage.played.posts.map(({ Message }) => Message)).toEqual([
    expect.stringMatching(/does not answer/),
  ]);
  expect((await openTodos(stage, 'alice')).map(({ text }) => text)).toEqual(['before']);
}, 90_000);
