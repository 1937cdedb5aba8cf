import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { ErrorView } from '../src/contract/api.ts';
import { deliverWebhook, postMessage } from './stage/deliver-webhook.ts';
import { openTodos } from './stage/lists.ts';
import { openStage, type Stage } from './stage/open-stage.ts';
import { preload } from './stage/preload.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ env: preload('small-disk', { DISK_PAGES: '60' }) });
  stage.hook.callback_urls = [];
}, 60_000);
afterEach(() => stage.close(), 30_000);

const add = () =>
  stage.call<Partial<ErrorView>>(stage.alice, 'POST', '/lists/me/todos', {
    text: 'x',
    notes: 'y'.repeat(900),
  });

it('a full disk is said clearly, breaks nothing, still lets people read, and is over when there is room', async () => {
  let kept = 0;
  let answer = await add();
  for (; answer.status === 201; answer = await add()) kept += 1;
  expect(kept).toBeGreaterThan(3);
  expect(answer).toMatchObject({ status: 507, body: { code: 'store_full' } });
  expect(answer.body.message).toMatch(/disk .* is full, so nothing was changed/);

  expect(await openTodos(stage)).toHaveLength(kept);
  const message = await postMessage(stage, `todo ${'z'.repeat(3_900)}`);
  expect((await deliverWebhook(stage, message)).status).toBe(507);
  expect((await fetch(`${stage.url}/healthz`)).status).toBe(200);

  process.kill(stage.backend().pid, 'SIGUSR2');
  await stage.until(async () => (await add()).status === 201);
  expect((await openTodos(stage)).map(({ number }) => number)).toEqual(
    Array.from({ length: kept + 1 }, (_each, index) => index + 1),
  );
  expect((await deliverWebhook(stage, message)).status).toBe(200);
  await stage.until(() => stage.botPosts().length === 1);
}, 60_000);
