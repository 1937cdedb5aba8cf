import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from './shared/app-error.ts';
import type { Logger } from './shared/logger.ts';
import { MINUTE_MS, SECOND_MS } from './shared/time.ts';
import type { Store } from './store/store.ts';

const PATIENCE_MS = MINUTE_MS;
const PAUSE_MS = 2 * SECOND_MS;

/**
 * A database that starts together with the backend may be later than it: so it is waited for, and given up after a
 * minute, when whoever started the backend should hear of it. What is wrong for good is not waited for.
 *
 * @throws {AppError} store_unavailable, store_too_new, invalid_config, stopping
 */
export async function openStoreWhenThere(
  open: () => Promise<Store>,
  { logger, signal }: { logger: Logger; signal: AbortSignal },
): Promise<Store> {
  for (let waitedMs = 0; ; waitedMs += PAUSE_MS) {
    try {
      return await open();
    } catch (error) {
      if (!isAway(error) || waitedMs >= PATIENCE_MS) throw error;
      logger.warn(
        { reason: error.message, cause: causeOf(error) },
        'The database cannot be reached; trying again.',
      );
    }
    await pause(signal);
  }
}

const isAway = (error: unknown): error is AppError =>
  error instanceof AppError && error.code === 'store_unavailable';

/** For the operator: `ECONNREFUSED`, PostgreSQL's own code, or what the driver says. */
function causeOf({ cause }: AppError): string {
  const { code, message }: { code?: unknown; message?: unknown } = {
    ...(cause as object),
    message: String(cause),
  };
  return String(code ?? message);
}

async function pause(signal: AbortSignal): Promise<void> {
  await sleep(PAUSE_MS, undefined, { signal }).catch(() => {
    throw new AppError('stopping', 'Stopped before the database could be reached.');
  });
}
