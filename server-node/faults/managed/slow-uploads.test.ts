import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { API_PATH, PLUGIN_PATH, WEBHOOK_PATH } from '../../src/contract/paths.ts';
import { add, ask, deliverWebhook, openTodos } from './stage/ask.ts';
import { asShipped, fromSources, type Command } from './stage/managed-program.ts';
import { openManagedStage, type ManagedStage } from './stage/open-managed-stage.ts';
import { sendRaw, type RawRequest } from './stage/raw-request.ts';

const UPLOADS = 64;
/** What one person may have under way; see `http/sign-in.ts`. */
const AT_ONCE = 16;
/** More than the plugin takes at once of all requests. */
const MANY = 1_300;
/** Bodies waited for whose sender nobody knows; see `http/limits/body-slots.ts`. */
const WAITED_FOR = 100;
const HURRIED = new URL('stage/hurried-limits.ts', import.meta.url).href;
const webhook = `${PLUGIN_PATH}${WEBHOOK_PATH}`;
const BODY = JSON.stringify({ text: 'x'.repeat(200) });

let stage: ManagedStage;
let uploads: RawRequest[];
let trickle: NodeJS.Timeout;
beforeEach(() => void (uploads = []));
afterEach(async () => {
  clearInterval(trickle);
  for (const { socket } of uploads) socket.destroy();
  await stage.close();
}, 30_000);

async function open(command: Command, env: Record<string, string> = {}): Promise<void> {
  stage = await openManagedStage({ command, env });
  await stage.start();
}

/** Each sends a byte of its body now and then, and would go on for minutes. */
async function uploadSlowly(path: string, headers: readonly string[], count = UPLOADS): Promise<void> {
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: x',
    'Content-Type: application/json',
    `Content-Length: ${BODY.length}`,
  ];
  for (let n = 0; n < count; n += 1) {
    uploads.push(await sendRaw(stage.port, [...head, ...headers], BODY.slice(0, 5)));
  }
  let sent = 5;
  trickle = setInterval(() => {
    const next = BODY.slice(sent, (sent += 1));
    for (const { socket } of uploads) if (!socket.destroyed) socket.write(next);
  }, 300);
}

async function expectOthersServed(): Promise<void> {
  expect((await add(stage, 'bob', 'meanwhile')).status).toBe(201);
  expect((await ask(stage, 'carol', 'GET', '/lists/me')).status).toBe(200);
}

it('64 slow uploads of one person: sixteen are waited for, the others refused at once, and others are served', async () => {
  await open(await asShipped());
  await uploadSlowly(`${API_PATH}/lists/me/todos`, ['Authorization: Bearer alice']);
  await stage.until(() => uploads.filter(({ status }) => status() === 429).length === UPLOADS - AT_ONCE);
  await expectOthersServed();
  expect(uploads.filter(({ status }) => status() === 0)).toHaveLength(AT_ONCE);
  for (const { socket } of uploads) socket.destroy();
  await stage.until(async () => (await add(stage, 'alice', 'mine again')).status === 201);
  expect((await openTodos(stage, 'alice')).map(({ text }) => text)).toEqual(['mine again']);
}, 120_000);

it('64 slow uploads of nobody known: others are served, and each upload is ended by a limit', async () => {
  await open(await asShipped());
  await uploadSlowly(webhook, []);
  await expectOthersServed();
  await stage.until(() => uploads.every(({ status }) => status() === 408));
  expect(uploads[0]?.received()).toMatch(/did not arrive within 5 seconds/);
  await expectOthersServed();
}, 60_000);

it('1,300 slow uploads of nobody known: persons and a webhook are served, and a hundred are waited for', async () => {
  await open(await asShipped());
  await uploadSlowly(webhook, [], MANY);
  await expectOthersServed();
  expect((await deliverWebhook(stage, 'amidst', 'water')).status).toBe(200);
  await stage.until(() => uploads.every(({ status }) => status() !== 0));
  const with429 = uploads.filter(({ status }) => status() === 429);
  expect(with429[0]?.received()).toMatch(/"code":"too_many_requests"/);
  const tooSlow = uploads.filter(({ status }) => status() === 408);
  expect(tooSlow.length).toBeLessThanOrEqual(WAITED_FOR);
  const tooMany = uploads.filter(({ status }) => status() === 429 || status() === 503);
  expect(tooMany).toHaveLength(MANY - tooSlow.length);
  await expectOthersServed();
}, 120_000);

it('slow uploads of one person are ended by a limit too', async () => {
  await open(fromSources, { NODE_OPTIONS: `--import=${HURRIED}` });
  await uploadSlowly(`${API_PATH}/lists/me/todos`, ['Authorization: Bearer alice'], AT_ONCE);
  await stage.until(() => uploads.every(({ status }) => status() === 408));
  expect(uploads[0]?.received()).toMatch(/did not arrive within a minute/);
  await expectOthersServed();
}, 60_000);
