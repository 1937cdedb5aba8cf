import { AppError } from '../../shared/app-error.ts';
import { storeDamaged } from '../store-damaged.ts';

const SQLITE_FULL = 13;
/** CORRUPT, NOTADB. */
const DAMAGED = new Set([11, 26]);
/** BUSY, LOCKED, READONLY, IOERR, CANTOPEN, PROTOCOL: nothing that the caller did. */
const UNAVAILABLE = new Set([5, 6, 8, 10, 14, 15]);

/** SQLite's primary result code; undefined when SQLite did not throw this. */
export function sqliteCode(error: unknown): number | undefined {
  const extended = isObject(error) ? error['errcode'] : undefined;
  return typeof extended === 'number' ? extended & 0xff : undefined;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/** `EACCES` and the like, and what Node says of a path that no system takes. */
export function systemCode(error: unknown): string | undefined {
  if (!isObject(error) || typeof error['code'] !== 'string') return undefined;
  const { code } = error;
  return typeof error['syscall'] === 'string' || code === 'ERR_INVALID_ARG_VALUE' ? code : undefined;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

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
  if (code !== undefined && DAMAGED.has(code))
    return storeDamaged(`SQLite says: ${messageOf(error)}.`, error);
  if (code !== undefined && UNAVAILABLE.has(code)) {
    return new AppError('store_unavailable', 'The to-do store does not answer right now. Try again soon.', {
      cause: error,
    });
  }
  return error;
}
