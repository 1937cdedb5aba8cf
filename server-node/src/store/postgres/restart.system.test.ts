import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createTestServer, type TestServer } from '../../../test-postgres/server.ts';
import { AppError } from '../../shared/app-error.ts';
import { LISTENER_NAME } from './change-feed.ts';
import { postgresAt, type Opened, type TestDatabase } from '../testing/fresh-stores.ts';
import { ANN, TEAM } from '../testing/people.ts';
import { until } from '../testing/until.ts';

/** A server of its own, since the other tests would not like it to be stopped. */
let folder = '';
let server: TestServer;
let database: TestDatabase;
let one: Opened;
let two: Opened;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-pg-'));
  await chmod(folder, 0o755);
  server = await createTestServer(join(folder, 'pg'));
  database = postgresAt(server.url, 'restarted');
  [one, two] = await Promise.all([database.open(), database.open()]);
}, 60_000);

afterAll(async () => {
  await database.remove();
  await server.stop('immediate');
  await rm(folder, { recursive: true });
});

it.each(['fast', 'immediate'] as const)(
  'a PostgreSQL stopped (%s) and started again loses nothing, doubles nothing, and is heard again',
  async (mode) => {
    const before = (await one.acts.list(TEAM.listId)).openCount;
    const heard = new Set<string>();
    const stopHearing = two.todos.onChange(({ changeId }) => heard.add(changeId));
    const bell = { rung: false };
    const stopRinging = two.outbox.onAdded(() => (bell.rung = true));
    const outages: string[] = [];
    const writers = Array.from({ length: 40 }, (_each, index) =>
      insistOnAdding(one, `${mode}-${index}`, (code) => outages.push(code)),
    );

    await Promise.any(writers);
    await server.stop(mode);
    await expect(one.todos.ping()).rejects.toMatchObject({ code: 'store_unavailable' });
    await expect(two.acts.list(TEAM.listId)).rejects.toMatchObject({ code: 'store_unavailable' });
    bell.rung = false;
    await server.start();

    const changes = await Promise.all(writers);
    expect(new Set(outages)).toEqual(new Set(['store_unavailable']));
    expect(new Set(changes.map(({ id }) => id)).size).toBe(40);
    expect((await one.acts.list(TEAM.listId)).openCount).toBe(before + 40);
    await until(() => changes.every(({ id }) => heard.has(id)) && bell.rung);
    stopHearing();
    stopRinging();
  },
  60_000,
);

it('announces what was changed while nobody listened, and nothing that it announced before', async () => {
  const listening = await database.open();
  const heard: string[] = [];
  const bell = { rung: false };
  const stops = [
    listening.todos.onChange(({ changeId }) => void heard.push(changeId)),
    listening.outbox.onAdded(() => (bell.rung = true)),
  ];
  const { id: before } = await one.acts.add(TEAM, [{ text: 'heard' }]);
  await until(() => heard.includes(before));
  await database.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${LISTENER_NAME}'`,
  );
  await until(async () => (await listeners()) === 0);
  const { id } = await one.acts.add(TEAM, [{ text: 'unheard' }]);
  expect(await listeners()).toBe(0);
  await until(() => heard.includes(id) && bell.rung);
  expect(heard).toEqual([before, id]);
  for (const stop of stops) stop();
}, 60_000);

async function listeners(): Promise<number> {
  const rows = await database.query(
    `select pid from pg_stat_activity where application_name = '${LISTENER_NAME}'`,
  );
  return rows.length;
}

/** As a caller with a request key does it: again and again until the answer came. */
async function insistOnAdding(store: Opened, requestKey: string, onOutage: (code: string) => void) {
  const replies = () => [{ target: { kind: 'direct' as const, userId: ANN }, text: 'Added.' }];
  await sleep(Math.random() * 300);
  for (let tries = 0; ; tries += 1) {
    try {
      return await store.acts.add({ ...TEAM, requestKey, replies }, [{ text: requestKey }]);
    } catch (error) {
      if (tries > 400) throw error;
      onOutage(error instanceof AppError ? error.code : String(error));
      await sleep(50);
    }
  }
}
