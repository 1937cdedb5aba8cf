import { copyFile, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { silentLogger } from '../../shared/logger.ts';
import { MINUTE_MS } from '../../shared/time.ts';
import { makeActs } from '../../todos/make-acts.ts';
import { makeNewId } from '../../todos/new-id.ts';
import type { Store } from '../store.ts';
import { ANNS } from '../testing/people.ts';
import { spoilFile } from '../testing/spoil-file.ts';
import { openSqliteStore } from './store.ts';

let folder = '';
let path = '';
let nowMs = Date.now();
const now = () => nowMs;
const newId = makeNewId(now);
const open = () => openSqliteStore(path, { now, newId, logger: silentLogger });
const damaged = (saw: RegExp) => ({
  code: 'store_damaged',
  details: { saw: expect.stringMatching(saw) },
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-sound-'));
  path = join(folder, 'todo.db');
});
afterEach(() => rm(folder, { recursive: true }));

async function fill(store: Store): Promise<void> {
  const acts = makeActs({ store: store.todos, now, newId });
  for (let n = 0; n < 20; n += 1) await acts.add(ANNS, [{ text: `${n}`, notes: 'n'.repeat(5_000) }]);
}

/** Into the file itself, out of the log. */
function checkpoint(): void {
  const database = new DatabaseSync(path);
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
}

it('is looked at when the store is opened, and a damaged file is named, with what to do', async () => {
  const store = await open();
  await fill(store);
  await store.close();
  spoilFile(path);
  await expect(open()).rejects.toMatchObject({
    code: 'store_damaged',
    message: expect.stringMatching(
      /^The to-do store ".*todo\.db" is damaged\. .+ Restore a backup: npm run restore/,
    ),
  });
});

it('is noticed while the store is open, whether or not anybody has read the damaged place', async () => {
  const store = await open();
  await fill(store);
  checkpoint();
  await store.todos.ping();
  spoilFile(path);
  nowMs += 11 * MINUTE_MS;
  await expect(store.todos.ping()).rejects.toMatchObject(damaged(/./));
  await expect(store.todos.ping()).rejects.toMatchObject(damaged(/./));
  await store.close();
});

it('is remembered once somebody has read the damaged place', async () => {
  const store = await open();
  await fill(store);
  checkpoint();
  spoilFile(path);
  await expect(store.todos.page(ANNS.listId, { state: 'open', limit: 100 })).rejects.toMatchObject({
    code: 'store_damaged',
  });
  await expect(store.todos.ping()).rejects.toMatchObject(damaged(/malformed/));
  await store.close();
});

it('is missed when the file was moved away, or another one stands in its place', async () => {
  const store = await open();
  await copyFile(path, `${path}.other`);
  await rename(path, `${path}.away`);
  await expect(store.todos.ping()).rejects.toMatchObject(damaged(/moved away or replaced/));
  await rename(`${path}.other`, path);
  await expect(store.todos.ping()).rejects.toMatchObject(damaged(/moved away or replaced/));
  await rename(`${path}.away`, path);
  await store.todos.ping();
  await store.close();
});
