import { AppError } from '../../shared/app-error.ts';
import { sqliteCode, sqliteError, systemCode } from './errors.ts';

/** READONLY, CORRUPT, CANTOPEN, NOTADB. */
const CANNOT_OPEN = new Set([8, 11, 14, 26]);
/** ERROR: a table is there already, or has other columns. */
const OTHER_TABLES = 1;
/** What the system may do better the next time; a network drive, for one. */
const PASSES = /^(EAGAIN|EBUSY|EINTR|EIO|EMFILE|ENFILE|ENOMEM|ESTALE|ETIMEDOUT|EHOSTDOWN)$/;
const DISK_FULL = /^(ENOSPC|EDQUOT)$/;
const LONGEST_PATH = 300;

/**
 * Says in our words what went wrong before there was a database: `store_unavailable` for what may pass, and for what
 * no waiting mends `invalid_config`.
 */
export function openingError(error: unknown, path: string): unknown {
  if (error instanceof AppError) return error;
  const shown = JSON.stringify(path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path);
  const code = systemCode(error);
  if (code !== undefined) return ofSystem(code, shown, error);
  const result = sqliteCode(error);
  if (result !== undefined && CANNOT_OPEN.has(result))
    return cannotOpen(shown, `SQLite says ${result}`, error);
  if (result !== OTHER_TABLES) return sqliteError(error);
  const message = `The file ${shown} holds tables that this program did not make. Name another file. Nothing was changed.`;
  return new AppError('invalid_config', message, { cause: error });
}

function ofSystem(code: string, shown: string, cause: unknown): AppError {
  if (DISK_FULL.test(code)) {
    const message = `The disk for the to-do store ${shown} is full. An administrator must make room.`;
    return new AppError('store_full', message, { cause });
  }
  if (!PASSES.test(code)) return cannotOpen(shown, code, cause);
  return new AppError('store_unavailable', `The to-do store ${shown} cannot be opened now (${code}).`, {
    cause,
  });
}

function cannotOpen(shown: string, why: string, cause: unknown): AppError {
  const message = `The to-do store ${shown} cannot be opened (${why}). Check that it is a SQLite file, and that this program may write to it and to its folder.`;
  return new AppError('invalid_config', message, { cause });
}
