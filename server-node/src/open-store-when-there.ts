import { AppError } from './shared/app-error.ts';
import type { Logger } from './shared/logger.ts';
import { retry } from './shared/retry.ts';
import { isStoreAway } from './shared/store-away.ts';
import { MINUTE_MS, type Clock, type EpochMs } from './shared/time.ts';
import type { Store } from './store/store.ts';

/** Between two lines in the log that say the same. */
const REPEATED_AFTER_MS = MINUTE_MS;

export interface WaitingDeps {
  logger: Logger;
  now: Clock;
  signal: AbortSignal;
  /** Hears why the store is not there yet, for whoever asks whether the backend is ready. */
  onAway(reason: string): void;
}

/**
 * A database that starts together with the backend may be later than it, or away for a night: it is waited for as long
 * as that takes, while the backend says that it is alive, not ready, and why. What is wrong for good is not waited for.
 *
 * @throws {AppError} store_too_new, store_damaged, invalid_config, stopping
 */
export function openStoreWhenThere(open: () => Promise<Store>, deps: WaitingDeps): Promise<Store> {
  const { now, signal } = deps;
  const onFailure = makeTellOfFailures(deps);
  return retry({ patienceMs: Infinity, now, mayPass: isStoreAway, signal, onFailure }, async () => {
    if (signal.aborted) throw new AppError('stopping', 'Stopped before the database could be reached.');
    return open();
  });
}

function makeTellOfFailures({ logger, now, onAway }: WaitingDeps): (error: unknown) => void {
  let toldAt: EpochMs | undefined;
  return (error) => {
    const { message, cause } = error as AppError;
    onAway(`${message} (${causeOf(cause)})`);
    if (toldAt !== undefined && now() - toldAt < REPEATED_AFTER_MS) return;
    toldAt = now();
    logger.warn({ reason: message, cause: causeOf(cause) }, 'The database cannot be reached; trying again.');
  };
}

/** For the operator: `ECONNREFUSED`, PostgreSQL's own code, or what the driver says. */
function causeOf(cause: unknown): string {
  const { code, message }: { code?: unknown; message?: unknown } = {
    ...(cause as object),
    message: String(cause),
  };
  return String(code ?? message);
}
