import { closeSync, openSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../shared/app-error.ts';
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

/** The file has to be there: see {@link makeFile}. */
export async function openSqlite(path: string): Promise<DatabaseSync> {
  const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS, enableForeignKeyConstraints: true });
  try {
    await whenNotBusy(() => database.exec(SETTINGS));
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/**
 * Makes an empty file when there is none, for its owner only, since what people have to do is nobody else's business;
 * SQLite gives its other files the mode of this one. The folder has to be there: a mistyped path shall not become a
 * store.
 *
 * A file that is there is never opened here. Closing any descriptor of a file takes all locks off it that the process
 * holds, also those of SQLite's connections; the next foreign program that closes the file would then believe to be
 * its last user, and delete the log that this process still writes to. A new file has no connections yet, and nothing
 * comes between its opening and its closing.
 *
 * @returns whether it was made
 */
export function makeFile(path: string): boolean {
  if (isThere(path)) return false;
  refuseLogWithoutFile(path);
  try {
    closeSync(openSync(path, 'wx', 0o600));
    return true;
  } catch (error) {
    // Another process was first; or it is a link to nowhere, of which the system says so here.
    if (systemCode(error) !== 'EEXIST') throw error;
    statSync(path);
    return false;
  }
}

/** SQLite would delete the log, and with it perhaps the newest to-dos of a file that somebody moved away. */
function refuseLogWithoutFile(path: string): void {
  if ((statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) === 0) return;
  throw new AppError(
    'invalid_config',
    `There is the log ${path}-wal, but not the file ${path} that it belongs to. Put that file back beside it, or move the log away. Nothing was made.`,
  );
}

function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}
