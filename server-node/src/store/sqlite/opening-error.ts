import { dirname } from 'node:path';
import { AppError } from '../../shared/app-error.ts';
import { sqliteCode, sqliteError, systemCode } from './errors.ts';

/** No waiting mends these result codes of SQLite: READONLY, CANTOPEN, NOTADB. */
const CANNOT_OPEN: Readonly<Record<number, string>> = {
  8: 'this program may read it, but not write to it',
  14: 'the system does not let this program open it as a file',
  26: 'it is no SQLite file, or its beginning is damaged',
};
const CORRUPT = 11;
/** ERROR: a table is there already, or has other columns. */
const OTHER_TABLES = 1;
/** What the system may do better the next time; a network drive, for one. */
const PASSES = /^(EAGAIN|EBUSY|EINTR|EIO|EMFILE|ENFILE|ENOMEM|ESTALE|ETIMEDOUT|EHOSTDOWN)$/;
const DISK_FULL = /^(ENOSPC|EDQUOT)$/;
const LONGEST_PATH = 300;

/**
 * Says in our words what went wrong before there was a database: `store_unavailable` for what may pass,
 * `store_damaged` for a file that a backup must replace, and `invalid_config` for what no waiting mends.
 */
export function openingError(error: unknown, path: string): unknown {
  const shown = shownPath(path);
  if (error instanceof AppError) return error.code === 'store_damaged' ? damaged(shown, error) : error;
  const code = systemCode(error);
  if (code === 'ENOENT') return noFolder(shown, shownPath(dirname(path)), error);
  if (code !== undefined) return ofSystem(code, shown, error);
  const result = sqliteCode(error);
  const why = result === undefined ? undefined : CANNOT_OPEN[result];
  if (why !== undefined) return cannotOpen(shown, why, error);
  if (result === CORRUPT) return damaged(shown, sqliteError(error) as AppError);
  if (result !== OTHER_TABLES) return sqliteError(error);
  const message = `The file ${shown} holds tables that this program did not make. Name another file. Nothing was changed.`;
  return new AppError('invalid_config', message, { cause: error });
}

const shownPath = (path: string): string =>
  JSON.stringify(path.length > LONGEST_PATH ? `${path.slice(0, LONGEST_PATH)}…` : path);

function damaged(shown: string, { details, cause }: AppError): AppError {
  const message = `The to-do store ${shown} is damaged. ${String(details['saw'])} Restore a backup: npm run restore -- --from <backup> (see operate.md).`;
  return new AppError('store_damaged', message, { cause, details });
}

function noFolder(shown: string, folder: string, cause: unknown): AppError {
  const message = `The to-do store ${shown} cannot be opened: there is no folder ${folder}, or a link leads nowhere. Correct the address of the database, or make the folder. Nothing was made.`;
  return new AppError('invalid_config', message, { cause });
}

function ofSystem(code: string, shown: string, cause: unknown): AppError {
  if (DISK_FULL.test(code)) {
    const message = `The disk for the to-do store ${shown} is full. An administrator must make room.`;
    return new AppError('store_full', message, { cause });
  }
  if (!PASSES.test(code)) return cannotOpen(shown, `the system says ${code}`, cause);
  return new AppError('store_unavailable', `The to-do store ${shown} cannot be opened now (${code}).`, {
    cause,
  });
}

function cannotOpen(shown: string, why: string, cause: unknown): AppError {
  const message = `The to-do store ${shown} cannot be opened: ${why}. Check that it is a SQLite file, and that this program may write to it and to its folder.`;
  return new AppError('invalid_config', message, { cause });
}
