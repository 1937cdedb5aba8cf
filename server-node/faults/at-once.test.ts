import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { HistoryView } from '../src/contract/api.ts';
import type { ChangeView } from '../src/contract/todo-view.ts';
import { deliverWebhook, postMessage } from './stage/deliver-webhook.ts';
import { openTodos } from './stage/lists.ts';
import { openStage, type Stage } from './stage/open-stage.ts';

let stage: Stage;
let town: string;
beforeAll(async () => {
  stage = await openStage();
  stage.hook.callback_urls = [];
  town = stage.mattermost.seed.townSquare.id;
}, 60_000);
afterAll(() => stage.close(), 30_000);

it('a webhook delivered twice at once, and again after a kill, makes one to-do and one reply', async () => {
  const message = await postMessage(stage, 'todo buy bread');
  const twice = await Promise.all([deliverWebhook(stage, message), deliverWebhook(stage, message)]);
  expect(twice.map(({ status }) => status)).toEqual([200, 200]);
  await stage.until(() => stage.botPosts().length > 0);
  // A kill between the post and noting it would keep the next reply back until the lease is over.
  await stage.until(async () => (await stage.repliesWaiting()) === 0);
  await stage.kill();
  await stage.start();
  expect((await deliverWebhook(stage, message)).status).toBe(200);
  const later = await postMessage(stage, 'todo buy butter');
  await deliverWebhook(stage, later);
  await stage.until(() => stage.botPosts().some(({ root_id }) => root_id === later.postId));
  expect((await openTodos(stage, town)).map(({ text }) => text)).toEqual(['buy bread', 'buy butter']);
  expect(stage.botPosts().filter(({ root_id }) => root_id === message.postId)).toHaveLength(1);
}, 60_000);

it('two people ticking one to-do at once: both are answered, it is done once, and nothing else changed', async () => {
  for (let round = 0; round < 20; round += 1) {
    const added = await stage.call<ChangeView>(stage.alice, 'POST', `/lists/${town}/todos`, {
      text: `race ${round}`,
    });
    const id = added.body.todos[0]?.id ?? '';
    const tick = (token: string) => stage.call<ChangeView>(token, 'PATCH', `/todos/${id}`, { state: 'done' });
    const ticks = await Promise.all([tick(stage.alice), tick(stage.bob)]);
    expect(ticks.map(({ status, body }) => [status, body.todos[0]?.state, body.todos[0]?.version])).toEqual([
      [200, 'done', 2],
      [200, 'done', 2],
    ]);
    const history = await stage.call<HistoryView[]>(stage.bob, 'GET', `/todos/${id}/history`);
    expect(history.body.map(({ act }) => act)).toEqual(['done', 'add']);
  }
  expect((await openTodos(stage, town)).filter(({ text }) => text.startsWith('race'))).toEqual([]);
}, 60_000);
