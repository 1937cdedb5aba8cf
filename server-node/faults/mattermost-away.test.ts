import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../preview/server/http/faults.ts';
import { deliverWebhook, postMessage, type Message } from './stage/deliver-webhook.ts';
import { openStage, type Stage } from './stage/open-stage.ts';

const POSTING = { method: 'POST', path: '/api/v4/posts' } as const;
const TEXTS = ['one', 'two', 'three'];

let stage: Stage;
let messages: Message[];
let root: string;

beforeAll(async () => {
  stage = await openStage();
  stage.hook.callback_urls = []; // these tests deliver it themselves
}, 60_000);
afterAll(() => stage.close(), 30_000);
beforeEach(async () => {
  root = (await postMessage(stage, 'What is to be done?')).postId;
  messages = [];
  for (const text of TEXTS) messages.push(await postMessage(stage, `todo ${text}`, root));
});

const inThread = () => stage.botPosts().filter(({ root_id }) => root_id === root);

async function deliverAll(): Promise<void> {
  for (const message of messages) expect((await deliverWebhook(stage, message)).status).toBe(200);
}

/** A second copy would come within the longest wait between two tries of these tests. */
async function expectEachOnceInOrder(): Promise<void> {
  await stage.until(() => inThread().length >= TEXTS.length);
  await sleep(1_000);
  const said = inThread().map(({ message }) => TEXTS.filter((text) => message.includes(text)));
  expect(said).toEqual(TEXTS.map((text) => [text]));
}

describe('each reply arrives once, in the order of its thread', () => {
  it.each<[string, Fault]>([
    ['answers 429', { ...POSTING, times: 2, fails: { answer: 429, retryAfterS: 1 } }],
    ['answers 500', { ...POSTING, times: 2, fails: { answer: 500 } }],
    ['answers everything with 502', { path: /^\/api\/v4\//, times: 2, fails: { answer: 502 } }],
    ['drops the connection after it took the post', { ...POSTING, times: 2, fails: { cut: 'after' } }],
    ['drops the connection before it took the post', { ...POSTING, times: 2, fails: { cut: 'before' } }],
  ])(
    'when Mattermost %s',
    async (_how, fault) => {
      const hits = stage.mattermost.faults.inject(fault);
      await deliverAll();
      await expectEachOnceInOrder();
      expect(hits()).toBe(fault.times);
    },
    60_000,
  );

  it('when Mattermost goes away before the replies are out', async () => {
    const hits = stage.mattermost.faults.inject({ ...POSTING, fails: { cut: 'before' } });
    await deliverAll();
    await stage.until(() => hits() > 0);
    await stage.mattermost.goAway();
    stage.mattermost.faults.clear();
    await sleep(1_000);
    expect(inThread()).toEqual([]);
    await stage.mattermost.comeBack();
    await expectEachOnceInOrder();
  }, 60_000);

  it('when Mattermost cannot be asked for a while whether a message is what its webhook says', async () => {
    await stage.mattermost.goAway();
    for (const message of messages) {
      const delivered = deliverWebhook(stage, message);
      await sleep(1_000);
      expect(
        inThread()
          .map(({ message: said }) => said)
          .filter((said) => said.includes(message.text)),
      ).toEqual([]);
      await stage.mattermost.comeBack();
      expect((await delivered).status).toBe(200);
      if (message !== messages.at(-1)) await stage.mattermost.goAway();
    }
    await expectEachOnceInOrder();
  }, 60_000);

  it.each(['after', 'before'] as const)(
    'when the backend is killed while Mattermost drops connections, %s it took the post',
    async (cut) => {
      const hits = stage.mattermost.faults.inject({ ...POSTING, fails: { cut } });
      await deliverAll();
      await stage.until(() => hits() > 0);
      await stage.kill();
      stage.mattermost.faults.clear();
      await stage.start();
      await expectEachOnceInOrder();
    },
    60_000,
  );
});
