import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { HOUR_MS } from '../src/shared/time.ts';
import { openStage, type Stage } from './stage/open-stage.ts';
import { preload } from './stage/preload.ts';

const KILLS = 8;
const TODOS = 10;
const AHEAD_MS = 3 * HOUR_MS;

let stage: Stage;
beforeEach(async () => void (stage = await openStage({ env: preload('moved-clock', {}) })), 60_000);
afterEach(() => stage.close(), 30_000);

const reminders = () => stage.botPosts().filter(({ message }) => /reminder/i.test(message));
const saidOf = (text: string) => reminders().filter(({ message }) => message.includes(text)).length;

/** In two hours by the clock of the backend, of people whose zone nobody knows. */
async function addDue(token: string, text: string): Promise<void> {
  const due = new Date(Date.now() + 2 * HOUR_MS).toISOString().slice(0, 16);
  const { status } = await stage.call(token, 'POST', '/lists/me/todos', { text, due });
  expect(status).toBe(201);
}

it('each reminder comes once, though the backend is killed again and again while it reminds', async () => {
  const texts = Array.from({ length: TODOS }, (_each, n) => `plant ${n}.`);
  for (const text of texts) await addDue(stage.alice, text);
  await addDue(stage.bob, 'cat.');
  await stage.kill();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await stage.start({ CLOCK_AHEAD_MS: String(AHEAD_MS) });
    await sleep(kill * 15);
    await stage.kill();
  }
  await stage.start({ CLOCK_AHEAD_MS: String(AHEAD_MS) });
  await stage.until(() => [...texts, 'cat.'].every((text) => saidOf(text) > 0));
  await sleep(2_000);
  for (const text of [...texts, 'cat.']) expect([text, saidOf(text)]).toEqual([text, 1]);
  expect(reminders()).toHaveLength(2);
}, 120_000);

it('waits for Mattermost, and then says in one message what came due meanwhile', async () => {
  await addDue(stage.alice, 'early.');
  await addDue(stage.alice, 'late.');
  await stage.kill();
  const away = stage.mattermost.faults.inject({ path: /users\/status/, times: 3, fails: { answer: 502 } });
  await stage.start({ CLOCK_AHEAD_MS: String(AHEAD_MS) });
  await stage.until(() => reminders().length > 0);
  expect(away()).toBe(3);
  await sleep(1_000);
  expect(reminders().map(({ message }) => message)).toEqual([expect.stringMatching(/early[^]*late/)]);
}, 60_000);

it('does not remind of what was ticked before, nor twice when the clock goes back', async () => {
  await addDue(stage.alice, 'ticked.');
  await addDue(stage.alice, 'open.');
  await stage.call(stage.alice, 'POST', '/lists/me/commands', { line: 'done ticked' });
  await stage.kill();
  await stage.start({ CLOCK_AHEAD_MS: String(AHEAD_MS) });
  await stage.until(() => saidOf('open.') === 1);
  await stage.kill();
  await stage.start({ CLOCK_AHEAD_MS: '0' });
  await sleep(2_000);
  expect([saidOf('open.'), saidOf('ticked.')]).toEqual([1, 0]);
}, 60_000);
