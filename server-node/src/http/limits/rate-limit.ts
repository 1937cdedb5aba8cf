import { RateLimiterMemory } from 'rate-limiter-flexible';
import { AppError } from '../../shared/app-error.ts';
import { MINUTE_MS, SECOND_MS } from '../../shared/time.ts';

/** Counts by key, forgotten after a minute. */
export interface RateLimit {
  /** @throws {AppError} too_many_requests */
  take(key: string): Promise<void>;
  /** As {@link take}, without counting. */
  check(key: string): Promise<void>;
}

export function makeRateLimit(perMinute: number): RateLimit {
  const counts = new RateLimiterMemory({ points: perMinute, duration: MINUTE_MS / SECOND_MS });
  return {
    async take(key) {
      const { consumedPoints, msBeforeNext } = await counts.penalty(key);
      if (consumedPoints > perMinute) throw tooMany(perMinute, msBeforeNext);
    },
    async check(key) {
      const known = await counts.get(key);
      if (known !== null && known.consumedPoints >= perMinute) throw tooMany(perMinute, known.msBeforeNext);
    },
  };
}

function tooMany(perMinute: number, msBeforeNext: number): AppError {
  const retryAfterMs = Math.max(SECOND_MS, msBeforeNext);
  const message = `At most ${perMinute} requests a minute are taken. Try again in ${Math.ceil(retryAfterMs / SECOND_MS)} s.`;
  return new AppError('too_many_requests', message, { details: { retryAfterMs } });
}
