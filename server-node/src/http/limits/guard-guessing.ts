import type { Request } from 'express';
import { AppError } from '../../shared/app-error.ts';
import { addressOf } from './address-of.ts';
import { makeRateLimit } from './rate-limit.ts';

/** Tokens and sessions that turned out wrong, from one address. */
const WRONG_ONES_PER_MINUTE = 60;

export interface GuardGuessing {
  /**
   * Runs a check of who is calling. Only failures count, so an office behind one address, or Mattermost itself,
   * may call as often as it likes.
   */
  <T>(req: Request, check: () => T | Promise<T>): Promise<T>;
}

export function makeGuardGuessing(): { guard: GuardGuessing; stop(): void } {
  const failures = makeRateLimit(WRONG_ONES_PER_MINUTE);
  return {
    async guard(req, check) {
      const address = addressOf(req);
      await failures.check(address);
      try {
        return await check();
      } catch (error) {
        if (isWrongGuess(error)) await failures.take(address);
        throw error;
      }
    },
    stop: () => failures.stop(),
  };
}

function isWrongGuess(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'not_signed_in' || error.code === 'wrong_token');
}
