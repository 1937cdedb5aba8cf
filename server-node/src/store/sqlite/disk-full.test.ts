import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { silentLogger } from '../../shared/logger.ts';
import { makeActs } from '../../todos/make-acts.ts';
import { makeNewId } from '../../todos/new-id.ts';
import type { Store } from '../store.ts';
import { ANN, ANNS } from '../testing/people.ts';
import { openSqlite } from './open.ts';
import { openSqliteStore } from './store.ts';

/** SQLite answers a file that may not grow as it answers a full disk, with SQLITE_FULL. */
const PAGES = 90;
const LONG = { text: 'x', notes: 'y'.repeat(15_000) };

let folder = '';
let store: Store;
const connections: DatabaseSync[] = [];
const newId = makeNewId(Date.now);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'todo-full-'));
  const deps = { now: Date.now, newId, logger: silentLogger };
  store = await openSqliteStore(join(folder, 'todo.db'), deps, async (path) => {
    const connection = await openSqlite(path);
    connection.exec(`pragma max_page_count = ${PAGES}`);
    connections.push(connection);
    return connection;
  });
});
afterEach(async () => {
  await store.close();
  connections.length = 0;
  await rm(folder, { recursive: true });
});

it('says that the disk is full, keeps what was there, and goes on when there is room again', async () => {
  const acts = makeActs({ store: store.todos, now: Date.now, newId });
  const replies = () => [{ target: { kind: 'direct' as const, userId: ANN }, text: 'z'.repeat(4_000) }];
  let kept = 0;
  const fill = async (): Promise<never> => {
    for (;;) {
      await acts.add({ ...ANNS, replies }, [LONG]);
      kept += 1;
    }
  };
  await expect(fill()).rejects.toMatchObject({ code: 'store_full' });
  expect(kept).toBeGreaterThan(3);
  await expect(acts.add({ ...ANNS, replies }, [LONG])).rejects.toMatchObject({ code: 'store_full' });

  expect(await acts.list(ANNS.listId)).toMatchObject({
    revision: kept,
    openCount: kept,
    nextNumber: kept + 1,
  });
  expect((await acts.page(ANNS.listId, { state: 'open', limit: 100 })).todos).toHaveLength(kept);
  expect((await store.outbox.backlog()).waiting).toBe(kept);
  expect(soundness()).toEqual(['ok']);

  for (const connection of connections) connection.exec(`pragma max_page_count = ${PAGES * 10}`);
  expect((await acts.add({ ...ANNS, replies }, [LONG])).todos[0]?.number).toBe(kept + 1);
  expect(soundness()).toEqual(['ok']);
});

function soundness(): unknown[] {
  const database = new DatabaseSync(join(folder, 'todo.db'));
  const rows = database.prepare('pragma integrity_check').all();
  database.close();
  return rows.map((row) => row['integrity_check']);
}
