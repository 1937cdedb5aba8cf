import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ListView } from '../src/contract/todo-view.ts';
import { openStage, type Stage } from './stage/open-stage.ts';

const KILLS = 5;

let stage: Stage;
let town: string;
beforeEach(async () => {
  stage = await openStage();
  town = stage.mattermost.seed.townSquare.id;
}, 60_000);
afterEach(() => stage.close(), 30_000);

const command = (line: string) =>
  stage.call<{ ok: boolean; answer: string }>(stage.alice, 'POST', `/lists/${town}/commands`, { line });
const lists = () =>
  stage.botPosts().filter(({ message, delete_at }) => delete_at === 0 && message.startsWith('**To-dos of'));
const openCount = async () =>
  (await stage.call<ListView>(stage.alice, 'GET', `/lists/${town}`)).body.openCount;
const isTrue = async () => lists()[0]?.message.includes(`: ${await openCount()}**`) === true;

it('is one post and ends true, though the backend is killed again and again while it edits', async () => {
  expect((await command('post pinned')).body.ok).toBe(true);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    expect((await command(`Thing ${kill}`)).status).toBe(200);
    await sleep(kill * 25);
    await stage.kill();
    await stage.start();
  }
  await stage.until(isTrue);
  expect(lists()).toMatchObject([{ is_pinned: true, channel_id: town }]);
}, 180_000);

it('is one post, though the backend is killed while it makes it', async () => {
  for (let kill = 1; kill <= 3; kill += 1) {
    const asked = command('post').catch(() => undefined);
    await sleep(kill * 15);
    await stage.kill();
    await asked;
    await stage.start();
  }
  await command('post');
  await stage.until(async () => lists().length === 1 && (await isTrue()));
}, 180_000);

it('is left as it is while Mattermost answers 403, and goes on with the next change after that', async () => {
  await command('post');
  const refused = stage.mattermost.faults.inject({ path: /posts\/\w+\/patch/, fails: { answer: 403 } });
  await sleep(3_000);
  await command('Buy bread');
  await stage.until(() => refused() === 1);
  await sleep(4_000);
  expect(refused()).toBe(1);
  expect(lists().map(({ message }) => message)).toEqual([expect.not.stringContaining('Buy')]);
  stage.mattermost.faults.clear();
  await command('Buy butter');
  await stage.until(isTrue);
  expect(lists()).toHaveLength(1);
}, 60_000);
