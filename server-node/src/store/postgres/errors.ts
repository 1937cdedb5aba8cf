import { AppError } from '../../shared/app-error.ts';
import { storeDamaged } from '../store-damaged.ts';

const DISK_FULL = '53100';
/** data_corrupted, index_corrupted. */
const DAMAGED = new Set(['XX001', 'XX002']);
/** serialization_failure, deadlock_detected: the same work may succeed when it is done again. */
const WORTH_REPEATING = new Set(['40001', '40P01']);
/**
 * Connection lost, too many connections, shutting or starting up, timed out, read only (a standby); and a user,
 * password or database that was good when the store was opened.
 */
const UNAVAILABLE = /^(08...|28...|3D000|53[^1]..|57P0.|57014|25006|25P03|55P03)$/;
const NETWORK = /^(E[A-Z_]+)$/;
/** How `pg` says that a connection ended or was not to be had; it gives these no code. */
const PG_SAYS =
  /^(Connection terminated|timeout expired|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed)/;

export function isWorthRepeating(error: unknown): boolean {
  return WORTH_REPEATING.has(codeOf(error));
}

/** Says in our words what PostgreSQL, or the way to it, refused. */
export function postgresError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  if (codeOf(error) === DISK_FULL) {
    return new AppError(
      'store_full',
      'The disk of the to-do store is full, so nothing was changed. An administrator must make room.',
      { cause: error },
    );
  }
  if (DAMAGED.has(codeOf(error)))
    return storeDamaged(`PostgreSQL says: ${String(partsOf(error).message)}.`, error);
  if (isAway(error)) {
    return new AppError('store_unavailable', 'The to-do store does not answer right now. Try again soon.', {
      cause: error,
    });
  }
  return error;
}

export function isAway(error: unknown): boolean {
  const { code, message, errors } = partsOf(error);
  if (Array.isArray(errors)) return errors.some(isAway);
  if (typeof code === 'string') {
    return WORTH_REPEATING.has(code) || UNAVAILABLE.test(code) || NETWORK.test(code);
  }
  return typeof message === 'string' && PG_SAYS.test(message);
}

export function codeOf(error: unknown): string {
  const { code } = partsOf(error);
  return typeof code === 'string' ? code : '';
}

/** An address with several hosts fails with the errors of all. */
export function partsOf(error: unknown): { code?: unknown; message?: unknown; errors?: unknown } {
  return typeof error === 'object' && error !== null ? error : {};
}
