import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { channelId, postId, userId } from '../../src/testing/people.ts';
import { add, deliverWebhook, openTodos, TOWN } from './stage/ask.ts';
import { asShipped } from './stage/managed-program.ts';
import { openManagedStage, type ManagedStage } from './stage/open-managed-stage.ts';

const FROZEN_MS = 10_000;
const EVERY_MS = 700;
/** Mattermost waits as long for the streams of a request; then, when the hook is answered, it tells the browser. */
const MEETING_MS = 5_000;
const SLACK_MS = 10_000;

let stage: ManagedStage;
beforeEach(async () => {
  stage = await openManagedStage({ command: await asShipped() });
  await stage.start();
}, 120_000);
afterEach(() => stage.close(), 30_000);

it('an event loop that stands still for 10 s: all are answered or refused, then it goes on, and nothing is done twice', async () => {
  expect((await add(stage, 'alice', 'before')).status).toBe(201);
  const pid = stage.pid();
  const frozenAt = performance.now();
  process.kill(pid, 'SIGSTOP');
  const asked = askMeanwhile(() => performance.now() - frozenAt < FROZEN_MS - EVERY_MS);
  await sleep(FROZEN_MS);
  process.kill(pid, 'SIGCONT');
  const answers = await (await asked)();
  const silentMs = performance.now() - frozenAt - FROZEN_MS;
  expect(silentMs).toBeLessThan(MEETING_MS + SLACK_MS);
  for (const { status } of answers) expect([201, 500, 503]).toContain(status);
  expect(new Set(answers.map(({ status }) => status))).toContain(201);

  // Browsers repeat what was refused, by the same name.
  for (const { text, status } of answers) {
    if (status !== 201) expect((await add(stage, 'alice', text, `request-${text}`)).status).toBe(201);
  }
  const texts = (await openTodos(stage, 'alice')).map(({ text }) => text);
  expect(texts.toSorted()).toEqual(['before', 'typed', ...answers.map(({ text }) => text)].toSorted());
  expect((await deliverWebhook(stage, 'postlater', 'heard later')).status).toBe(200);
  await stage.until(() => stage.played.posts.some(({ RootId }) => RootId === postId('postlater')));
  const heard = (await openTodos(stage, 'alice', TOWN)).map(({ text }) => text);
  expect(stage.played.posts).toHaveLength(heard.length);
  expect(stage.pid()).toBe(pid);
  await stage.plugin().mattermost.ping();
}, 60_000);

/** Requests from the first moment to the last; a command and a webhook before them. */
async function askMeanwhile(still: () => boolean) {
  const others = [typeCommand(), deliverWebhook(stage, 'postduring', 'heard')];
  const asked: Promise<{ text: string; status: number }>[] = [];
  for (let n = 0; still(); n += 1) {
    const text = `during-${n}`;
    asked.push(add(stage, 'alice', text, `request-${text}`).then(({ status }) => ({ text, status })));
    await sleep(EVERY_MS);
  }
  return async () => {
    await Promise.all(others);
    return Promise.all(asked);
  };
}

const typeCommand = () =>
  stage.plugin().mattermost.hook(
    'ExecuteCommand',
    { RequestId: 'r' },
    {
      ...{ UserId: userId('alice'), ChannelId: channelId('town'), RootId: '' },
      ...{ Command: '/todo add typed', TriggerId: '' },
    },
  );
