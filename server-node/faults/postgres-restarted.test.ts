import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestServer, type TestServer } from '../test-postgres/server.ts';
import { deliverWebhook, postMessage } from './stage/deliver-webhook.ts';
import { openTodos } from './stage/lists.ts';
import { openStage, type Stage } from './stage/open-stage.ts';

let folder: string;
let postgres: TestServer;
let stage: Stage;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-pg-'));
  await chmod(folder, 0o755);
  postgres = await createTestServer(join(folder, 'pg'));
  stage = await openStage({ databaseUrl: postgres.url });
  stage.hook.callback_urls = [];
}, 120_000);
afterEach(async () => {
  await stage.close();
  await postgres.stop('immediate');
  await rm(folder, { recursive: true });
}, 60_000);

it('a PostgreSQL that crashes and comes back: writes fail with 503 or are kept, webhooks wait, replies arrive once', async () => {
  const acknowledged: string[] = [];
  const statuses = new Set<number>();
  let over = false;
  const write = async (writer: number) => {
    for (let n = 0; !over; n += 1) {
      const text = `${writer}-${n}`;
      const { status } = await stage.call(stage.alice, 'POST', '/lists/me/todos', { text });
      statuses.add(status);
      if (status === 201) acknowledged.push(text);
      else await sleep(20);
    }
  };
  const writers = [0, 1, 2, 3].map(write);
  await stage.until(() => acknowledged.length > 50);
  const message = await postMessage(stage, 'todo said during the outage');
  await postgres.stop('immediate');
  await stage.until(() => statuses.has(503));
  const delivered = deliverWebhook(stage, message);
  expect((await fetch(`${stage.url}/readyz`)).status).toBe(503);
  await sleep(500);
  await postgres.start();
  expect((await delivered).status).toBe(200);
  const before = acknowledged.length;
  await stage.until(() => acknowledged.length > before + 20);
  over = true;
  await Promise.all(writers);

  expect([...statuses].toSorted()).toEqual([201, 503]);
  const kept = (await openTodos(stage)).map(({ text }) => text);
  expect(new Set(kept)).toEqual(new Set([...kept, ...acknowledged]));
  expect(new Set(kept).size).toBe(kept.length);
  await stage.until(() => stage.botPosts().length > 0);
  await sleep(1_000);
  expect(stage.botPosts().map(({ root_id }) => root_id)).toEqual([message.postId]);
}, 60_000);
