import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { AppError } from '../../shared/app-error.ts';
import { addressOf } from './address-of.ts';
import { makeRateLimit } from './rate-limit.ts';

/** Tokens and sessions that turned out wrong, from one address. */
const WRONG_ONES_PER_MINUTE = 60;
/** People who must not suffer from what others at their address do. */
const MAX_KNOWN = 10_000;

/**
 * Runs a check of who is calling. Only failures count, so an office behind one address, or Mattermost itself, may
 * call as often as it likes.
 */
export interface GuardGuessing {
  /**
   * Of a token that is compared here. A right one always passes: wrong ones may come from Mattermost's own address,
   * sent by whoever makes a webhook there that leads to us.
   */
  token(req: Request, check: () => void): Promise<void>;
  /**
   * Of a session that Mattermost is asked about, which is what wrong ones must not use up. One that was right the
   * last time is asked about all the same.
   */
  session<T>(req: Request, check: () => Promise<T>): Promise<T>;
}

export function makeGuardGuessing(): { guard: GuardGuessing; stop(): void } {
  const failures = makeRateLimit(WRONG_ONES_PER_MINUTE);
  const known = makeKnown();
  const count = async (req: Request, error: unknown) => {
    if (isWrongGuess(error)) await failures.take(addressOf(req));
  };
  const guard: GuardGuessing = {
    async token(req, check) {
      try {
        check();
      } catch (error) {
        await count(req, error);
        throw error;
      }
    },
    async session(req, check) {
      const key = keyOf(req);
      if (!known.has(key)) await failures.check(addressOf(req));
      try {
        const found = await check();
        known.add(key);
        return found;
      } catch (error) {
        if (isWrongGuess(error)) known.delete(key);
        await count(req, error);
        throw error;
      }
    },
  };
  return { guard, stop: () => failures.stop() };
}

/** Credentials that were right the last time. */
function makeKnown() {
  const keys = new Set<string>();
  return {
    has: (key: string) => keys.has(key),
    delete: (key: string) => void keys.delete(key),
    add(key: string): void {
      const [oldest] = keys.size < MAX_KNOWN || keys.has(key) ? [] : keys;
      if (oldest !== undefined) keys.delete(oldest);
      keys.add(key);
    },
  };
}

/** What is remembered opens nothing. */
const keyOf = ({ headers: { cookie, authorization } }: Request): string =>
  createHash('sha256')
    .update(JSON.stringify([cookie, authorization]))
    .digest('base64');

function isWrongGuess(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'not_signed_in' || error.code === 'wrong_token');
}
