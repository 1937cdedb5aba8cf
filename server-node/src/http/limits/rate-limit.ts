import { AppError } from '../../shared/app-error.ts';
import { MINUTE_MS, SECOND_MS } from '../../shared/time.ts';

/** Counts by key. The minute of a key begins when it is counted first, and then all of it is forgotten. */
export interface RateLimit {
  /** @throws {AppError} too_many_requests */
  take(key: string): void;
  /** As {@link take}, without counting. */
  check(key: string): void;
}

interface Count {
  taken: number;
  endsAtMs: number;
}

/**
 * In this process only. Not a library's: those bring the stores of a dozen databases for a few lines.
 *
 * @param nowMs never goes back, whatever becomes of the clock
 */
export function makeRateLimit(perMinute: number, nowMs = () => performance.now()): RateLimit {
  /** The one that ends first is the first one. */
  const counts = new Map<string, Count>();
  const forgetOld = (): void => {
    for (const [key, { endsAtMs }] of counts) {
      if (endsAtMs > nowMs()) return;
      counts.delete(key);
    }
  };
  const countOf = (key: string): Count => {
    forgetOld();
    return counts.get(key) ?? { taken: 0, endsAtMs: nowMs() + MINUTE_MS };
  };
  const refuse = ({ endsAtMs }: Count): never => {
    throw tooMany(perMinute, endsAtMs - nowMs());
  };
  return {
    take(key) {
      const count = countOf(key);
      count.taken += 1;
      counts.set(key, count);
      if (count.taken > perMinute) refuse(count);
    },
    check(key) {
      const count = countOf(key);
      if (count.taken >= perMinute) refuse(count);
    },
  };
}

function tooMany(perMinute: number, leftMs: number): AppError {
  const retryAfterMs = Math.max(SECOND_MS, leftMs);
  const message = `At most ${perMinute} requests a minute are taken. Try again in ${Math.ceil(retryAfterMs / SECOND_MS)} s.`;
  return new AppError('too_many_requests', message, { details: { retryAfterMs } });
}
