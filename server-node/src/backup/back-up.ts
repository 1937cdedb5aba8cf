import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { moveStore } from '../move/move-store.ts';
import { isThere, type Address } from '../move/open-side.ts';
import { AppError } from '../shared/app-error.ts';
import { checkBackup } from './check-backup.ts';
import { noStoreThere } from './no-store-there.ts';

const BUSY_MS = 10_000;

/**
 * Writes all of a store into one new SQLite file, as it is at one moment; a backend may run meanwhile. From SQLite it
 * is a copy by SQLite itself, from PostgreSQL the tables of our schema, by the way that `npm run move` takes.
 *
 * @returns how many to-dos the backup has
 * @throws {AppError} invalid_config, store_damaged; errors of the stores
 */
export async function backUp(from: Address, file: string): Promise<number> {
  if (!(await isThere(from))) throw await noStoreThere(nameOf(from));
  if (existsSync(file))
    throw new AppError(
      'invalid_config',
      `There is a file ${file} already. Name another one. Nothing was written.`,
    );
  try {
    const path = sqlitePathOf(from);
    if (path === undefined)
      await moveStore({ from, to: { ...from, url: `sqlite:${file}` }, isDryRun: false });
    else copySqlite(path, file);
    return checkBackup(file);
  } catch (error) {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
    throw error;
  }
}

/** Without the user, the password and the options of a PostgreSQL address. */
function nameOf(from: Address): string {
  if (sqlitePathOf(from) !== undefined) return from.url;
  const { protocol, host, pathname } = new URL(from.url);
  return `${protocol}//${host}${pathname}, schema ${from.schema}`;
}

export const sqlitePathOf = ({ url }: Address): string | undefined => /^sqlite:(.+)$/s.exec(url)?.[1];

/** One reading transaction, however much is written meanwhile. The new file is for its owner only. */
export function copySqlite(path: string, file: string): void {
  closeSync(openSync(file, 'wx', 0o600));
  const database = new DatabaseSync(path, { timeout: BUSY_MS });
  try {
    database.prepare('vacuum into ?').run(file);
  } finally {
    database.close();
  }
}
