import { chmodSync, chownSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../shared/app-error.ts';
import { sqliteCode } from '../store/sqlite/errors.ts';
import { copySqlite } from './back-up.ts';

const BUSY = new Set<number | undefined>([5, 6]);
/** CORRUPT, NOTADB, and ERROR for a log that belongs to another file. */
const BROKEN = new Set<number | undefined>([1, 11, 26]);

/**
 * Copies the backup beside the store, takes the store for itself alone, folds its log into it, and changes one for the
 * other. A log that is left beside the new file would make nonsense of it, so none stays.
 *
 * @returns the name under which the old file is kept; with its log where that could not be folded in
 */
export function restoreSqlite(file: string, path: string, stamp: string): string | undefined {
  const fresh = `${path}.restoring_${stamp}`;
  copySqlite(file, fresh);
  try {
    return exchange(fresh, path, `${path}.before_${stamp}`);
  } finally {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${fresh}${suffix}`, { force: true });
  }
}

function exchange(fresh: string, path: string, kept: string): string | undefined {
  if (!existsSync(path)) {
    const hadLog = moveLogAway(path, kept);
    renameSync(fresh, path);
    return hadLog ? kept : undefined;
  }
  keepOwner(path, fresh);
  const database = takeAlone(path);
  if (database === 'broken') moveLogAway(path, kept);
  linkSync(path, kept);
  renameSync(fresh, path);
  if (database !== 'broken') database.close();
  return kept;
}

/** Root may restore for the user who runs the backend. */
function keepOwner(path: string, fresh: string): void {
  const { uid, gid, mode } = statSync(path);
  chmodSync(fresh, mode & 0o777);
  chownSync(fresh, uid, gid);
}

/**
 * The lock that SQLite gives to nobody else is held until the connection is closed, so nobody comes in between.
 *
 * @returns `broken` when SQLite cannot read the file
 */
function takeAlone(path: string): DatabaseSync | 'broken' {
  const database = new DatabaseSync(path, { timeout: 1_000 });
  try {
    database.exec('pragma locking_mode = exclusive; pragma journal_mode = delete; begin exclusive; commit');
    return database;
  } catch (error) {
    database.close();
    if (BUSY.has(sqliteCode(error))) throw inUse(path, error);
    if (BROKEN.has(sqliteCode(error))) return 'broken';
    throw error;
  }
}

function inUse(path: string, cause: unknown): AppError {
  const message = `The to-do store ${path} is open in another program. Stop the backend, and whatever else uses the file, and restore then. Nothing was changed.`;
  return new AppError('invalid_config', message, { cause });
}

function moveLogAway(path: string, kept: string): boolean {
  const suffixes = ['-wal', '-shm'].filter((suffix) => existsSync(`${path}${suffix}`));
  for (const suffix of suffixes) renameSync(`${path}${suffix}`, `${kept}${suffix}`);
  return suffixes.length > 0;
}
