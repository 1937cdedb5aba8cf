import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { deliverWebhook, postMessage, type Message } from './stage/deliver-webhook.ts';
import { openTodos } from './stage/lists.ts';
import { openStage, type Stage } from './stage/open-stage.ts';

const WRITERS = 8;
const MESSAGES = 12;

let stage: Stage;
beforeEach(async () => {
  stage = await openStage();
  stage.hook.callback_urls = [];
}, 60_000);
afterEach(() => stage.close(), 30_000);

it('a stop under load cuts no request, loses no reply, and ends with code 0', async () => {
  const messages: Message[] = [];
  for (let n = 0; n < MESSAGES; n += 1) messages.push(await postMessage(stage, `todo from the channel ${n}`));
  // So that replies are still waiting when the signal comes.
  stage.mattermost.faults.inject({
    method: 'POST',
    path: '/api/v4/posts',
    times: 6,
    fails: { delayMs: 300 },
  });
  for (const message of messages) expect((await deliverWebhook(stage, message)).status).toBe(200);

  const seen = { acknowledged: [] as string[], cut: [] as string[] };
  const writers = Array.from({ length: WRITERS }, (_each, writer) => writeUntilRefused(writer, seen));
  await stage.until(() => seen.acknowledged.length > 100);
  process.kill(stage.backend().pid, 'SIGTERM');
  await Promise.all(writers);
  expect(await stage.backend().ended).toContain('ended with code 0');
  expect(seen.cut).toEqual([]);
  expect(stage.log()).not.toContain('"status":"aborted"');

  await stage.start();
  const kept = (await openTodos(stage)).map(({ text }) => text);
  expect(kept.toSorted()).toEqual(seen.acknowledged.toSorted());
  await stage.until(() => stage.botPosts().length >= MESSAGES);
  const roots = stage.botPosts().map(({ root_id }) => root_id);
  expect(roots.toSorted()).toEqual(messages.map(({ postId }) => postId).toSorted());
}, 60_000);

/**
 * A connection that is refused took no request. One that is reset was not met by the backend when its door closed, or
 * was cut by it: then its log has an aborted request, or its write is kept without having been acknowledged.
 */
async function writeUntilRefused(
  writer: number,
  seen: { acknowledged: string[]; cut: string[] },
): Promise<void> {
  for (let n = 0; ; n += 1) {
    const text = `${writer}-${n}`;
    try {
      const { status } = await stage.call(stage.alice, 'POST', '/lists/me/todos', { text });
      if (status === 201) seen.acknowledged.push(text);
    } catch (error) {
      if (!['ECONNREFUSED', 'ECONNRESET'].includes(String(codeOf(error))))
        seen.cut.push(`${text}: ${codeOf(error)}`);
      return;
    }
  }
}

const codeOf = (error: unknown): unknown =>
  (error as { cause?: { code?: unknown } }).cause?.code ?? String(error);
