import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { API_PATH, PLUGIN_PATH, WEBHOOK_PATH } from '../../src/contract/paths.ts';
import { add, ask, openTodos } from './stage/ask.ts';
import { asShipped, fromSources, type Command } from './stage/managed-program.ts';
import { openManagedStage, type ManagedStage } from './stage/open-managed-stage.ts';
import { sendRaw, type RawRequest } from './stage/raw-request.ts';

const UPLOADS = 64;
/** Of one person; see `http/sign-in.ts`. */
const AT_ONCE = 16;
const SERVED_WITHIN_MS = 10_000;
const HURRIED = new URL('stage/hurried-limits.ts', import.meta.url).href;
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
async function uploadSlowly(path: string, headers: readonly string[]): Promise<void> {
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: x',
    'Content-Type: application/json',
    `Content-Length: ${BODY.length}`,
  ];
  for (let n = 0; n < UPLOADS; n += 1) {
    uploads.push(await sendRaw(stage.port, [...head, ...headers], BODY.slice(0, 5)));
  }
  let sent = 5;
  trickle = setInterval(() => {
    const next = BODY.slice(sent, (sent += 1));
    for (const { socket } of uploads) if (!socket.destroyed) socket.write(next);
  }, 300);
}

async function expectOthersServed(): Promise<void> {
  const askedAt = performance.now();
  expect((await add(stage, 'bob', 'meanwhile')).status).toBe(201);
  expect((await ask(stage, 'carol', 'GET', '/lists/me')).status).toBe(200);
  expect(performance.now() - askedAt).toBeLessThan(SERVED_WITHIN_MS);
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
  await open(fromSources, { NODE_OPTIONS: `--import=${HURRIED}` });
  await uploadSlowly(`${PLUGIN_PATH}${WEBHOOK_PATH}`, []);
  await expectOthersServed();
  await stage.until(() => uploads.every(({ status }) => status() === 408));
  expect(uploads[0]?.received()).toMatch(/did not arrive within a minute/);
  await expectOthersServed();
}, 60_000);
