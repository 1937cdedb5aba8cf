import { MemoryStore, type Options } from 'express-rate-limit';
import { AppError } from '../../shared/app-error.ts';
import { MINUTE_MS } from '../../shared/time.ts';

/** Counts by key, forgotten after a minute. */
export interface RateLimit {
  /** @throws {AppError} too_many_requests */
  take(key: string): Promise<void>;
  /** As {@link take}, without counting. */
  check(key: string): Promise<void>;
  stop(): void;
}

export function makeRateLimit(perMinute: number): RateLimit {
  const hits = new MemoryStore();
  hits.init({ windowMs: MINUTE_MS } as Options);
  return {
    async take(key) {
      const { totalHits, resetTime } = await hits.increment(key);
      if (totalHits > perMinute) throw tooMany(perMinute, resetTime);
    },
    async check(key) {
      const known = await hits.get(key);
      if (known !== undefined && known.totalHits >= perMinute) throw tooMany(perMinute, known.resetTime);
    },
    stop: () => hits.shutdown(),
  };
}

function tooMany(perMinute: number, resetTime: Date | undefined): AppError {
  const retryAfterMs = Math.max(1_000, (resetTime?.getTime() ?? 0) - Date.now());
  const message = `At most ${perMinute} requests a minute are taken. Try again in ${Math.ceil(retryAfterMs / 1000)} s.`;
  return new AppError('too_many_requests', message, { details: { retryAfterMs } });
}
