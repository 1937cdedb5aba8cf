import { AppError } from '../../shared/app-error.ts';

const SQLITE_FULL = 13;
/** BUSY, LOCKED, READONLY, IOERR, CANTOPEN, PROTOCOL: nothing that the caller did. */
const UNAVAILABLE = new Set([5, 6, 8, 10, 14, 15]);

/** READONLY, CANTOPEN, NOTADB. */
const CANNOT_OPEN = new Set([8, 14, 26]);

/** SQLite's primary result code; undefined when SQLite did not throw this. */
export function sqliteCode(error: unknown): number | undefined {
  const extended = isObject(error) ? error['errcode'] : undefined;
  return typeof extended === 'number' ? extended & 0xff : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** Says in our words what SQLite refused. */
export function sqliteError(error: unknown): unknown {
  const code = sqliteCode(error);
  if (code === SQLITE_FULL) {
    return new AppError(
      'store_full',
      'The disk of the to-do store is full, so nothing was changed. An administrator must make room.',
      { cause: error },
    );
  }
  if (code !== undefined && UNAVAILABLE.has(code)) {
    return new AppError('store_unavailable', 'The to-do store does not answer right now. Try again soon.', {
      cause: error,
    });
  }
  return error;
}

/** The same for what goes wrong before there is a database. */
export function openingError(error: unknown, path: string): unknown {
  if (isObject(error) && (CANNOT_OPEN.has(sqliteCode(error) ?? 0) || typeof error['syscall'] === 'string')) {
    return new AppError(
      'store_unavailable',
      `The to-do store ${path} cannot be opened. Check that it is a SQLite file, and that this program may write to it and to its folder.`,
      { cause: error },
    );
  }
  return sqliteError(error);
}
