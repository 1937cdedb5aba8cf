import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { systemCode } from './errors.ts';
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
  await makeFolder(dirname(path));
  await (await open(path, 'a', 0o600)).close();
}

/** Node's own `recursive` never ends where the system takes no new folder and says ENOENT, as below /proc. */
async function makeFolder(path: string): Promise<void> {
  try {
    await makeOne(path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await makeOne(path);
  }
}

async function makeOne(path: string): Promise<void> {
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (systemCode(error) !== 'EEXIST') throw error;
  });
}
