import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { API_PATH } from '../../src/contract/paths.ts';
import { add, ask, openTodos } from './stage/ask.ts';
import { asShipped } from './stage/managed-program.ts';
import { openManagedStage, type ManagedStage } from './stage/open-managed-stage.ts';
import { isLinux, residentBytes } from './stage/process-facts.ts';
import { sendRaw, type RawRequest } from './stage/raw-request.ts';

const NOTES = 'n'.repeat(16_000);
/** Together about a megabyte, which is a page. */
const TODOS = 60;
const BROWSERS = 200;
/** All answers together are 180 MB. Sixteen at once are taken of one person: seen were 20 to 31 MB. */
const MOST_GROWN_MB = 70;
const MEGABYTE = 1024 * 1024;

let stage: ManagedStage;
let browsers: RawRequest[];
beforeEach(async () => {
  browsers = [];
  stage = await openManagedStage({ command: await asShipped() });
  await stage.start();
}, 120_000);
afterEach(async () => {
  for (const { socket } of browsers) socket.destroy();
  await stage.close();
}, 30_000);

(isLinux ? it : it.skip)(
  'a browser that asks and does not read costs little memory, and others are served',
  async () => {
    for (let n = 0; n < TODOS; n += 1) {
      expect(
        (await ask(stage, 'alice', 'POST', '/lists/me/todos', { text: `${n}`, notes: NOTES })).status,
      ).toBe(201);
    }
    const list = [`GET ${API_PATH}/lists/me?limit=500 HTTP/1.1`, 'Host: x', 'Authorization: Bearer alice'];
    for (let n = 0; n < 5; n += 1) await openTodos(stage, 'alice');
    const before = residentBytes(stage.pid());
    for (let n = 0; n < BROWSERS; n += 1) {
      const browser = await sendRaw(stage.port, list);
      browser.socket.once('data', () => browser.socket.pause());
      browsers.push(browser);
    }
    await stage.until(() => browsers.every(({ status }) => status() !== 0));
    expect((await add(stage, 'bob', 'meanwhile')).status).toBe(201);
    expect(await openTodos(stage, 'bob')).toHaveLength(1);
    const grown = (residentBytes(stage.pid()) - before) / MEGABYTE;
    expect(grown).toBeLessThan(MOST_GROWN_MB);
    for (const { socket } of browsers) socket.destroy();
    await stage.until(async () => (await ask(stage, 'alice', 'GET', '/lists/me')).status === 200);
  },
  60_000,
);
