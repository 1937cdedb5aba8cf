import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { ChangeView } from '../src/contract/todo-view.ts';
import { deliverWebhook, postMessage } from './stage/deliver-webhook.ts';
import { openTodos } from './stage/lists.ts';
import { openStage, type Stage } from './stage/open-stage.ts';
import { preload } from './stage/preload.ts';

const DAY_MS = 24 * 3_600_000;
const JUMPS_MS = [DAY_MS, -3 * DAY_MS, 2 * DAY_MS];

let stage: Stage;
beforeEach(async () => {
  stage = await openStage({ env: preload('moved-clock', { CLOCK_JUMPS_MS: JUMPS_MS.join(',') }) });
  stage.hook.callback_urls = [];
}, 60_000);
afterEach(() => stage.close(), 30_000);

it('goes on when the clock jumps a day ahead and three days back: in order, with replies, and undoable', async () => {
  const town = stage.mattermost.seed.townSquare.id;
  const seen: ChangeView[] = [];
  for (let round = 0; round <= JUMPS_MS.length; round += 1) {
    const added = await stage.call<ChangeView>(stage.alice, 'POST', '/lists/me/todos', {
      text: `mine ${round}`,
    });
    expect(added.status).toBe(201);
    seen.push(added.body);
    const message = await postMessage(stage, `todo theirs ${round}`);
    expect((await deliverWebhook(stage, message)).status).toBe(200);
    await stage.until(() => stage.botPosts().length === round + 1);
    await jump(round);
  }
  const last = await undo(seen.at(-1));
  expect(last.status).toBe(200);
  expect((await openTodos(stage)).map(({ text }) => text)).toEqual(['mine 0', 'mine 1', 'mine 2']);
  expect((await openTodos(stage, town)).map(({ number }) => number)).toEqual([1, 2, 3, 4]);
  expect(stage.botPosts()).toHaveLength(JUMPS_MS.length + 1);
}, 60_000);

const undo = (change?: ChangeView) =>
  stage.call<ChangeView>(stage.alice, 'POST', `/changes/${change?.changeId}/undo`, {});

/** Seen to have happened by the moment that the backend gives a new to-do. */
async function jump(round: number): Promise<void> {
  const jumpMs = JUMPS_MS[round];
  if (jumpMs === undefined) return;
  const before = await momentOfProbe();
  process.kill(stage.backend().pid, 'SIGUSR2');
  await stage.until(async () => Math.abs((await momentOfProbe()) - before - jumpMs) < DAY_MS / 2);
}

async function momentOfProbe(): Promise<number> {
  const { body } = await stage.call<ChangeView>(stage.bob, 'POST', '/lists/me/todos', {
    text: 'what time is it',
  });
  return body.todos[0]?.createdAt ?? Number.NaN;
}
