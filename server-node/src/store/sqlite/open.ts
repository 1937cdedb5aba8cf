import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { whenNotBusy } from './when-not-busy.ts';

/** Short, since SQLite stops the process while it waits; see whenNotBusy. */
const BUSY_TIMEOUT_MS = 50;

/**
 * WAL lets readers go on while one writes; with synchronous FULL what was committed survives the loss of power.
 * The temporary B-trees of queries stay in memory, so that a full disk cannot stop a read.
 */
const SETTINGS = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma temp_store = memory;
`;

export async function openSqlite(path: string): Promise<DatabaseSync> {
  await makeFile(path);
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  try {
    await whenNotBusy(() => database.exec(SETTINGS));
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** What people have to do is nobody else's business. SQLite gives its other files the mode of this one. */
async function makeFile(path: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await (await open(path, 'a', 0o600)).close();
}
