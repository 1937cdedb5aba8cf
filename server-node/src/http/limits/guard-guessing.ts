import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { credentialsOf } from '../../callers/credentials.ts';
import type { RequestIdentity } from '../../callers/ports.ts';
import { AppError } from '../../shared/app-error.ts';
import { makeQueueOfEach } from '../../shared/queue-of-each.ts';
import { addressOf } from './address-of.ts';
import { makeRateLimit } from './rate-limit.ts';

/** Sessions that Mattermost did not know, from one address. */
const GUESSES_PER_MINUTE = 60;
/** New sessions of one address that are asked about at once: else many more guesses would be under way than are allowed. */
const NEW_AT_ONCE = 32;
/** Sessions that were asked about. */
const MAX_SEEN = 10_000;

/**
 * Runs a check of a session, about which Mattermost is asked. Invented ones must not use up its patience with us, so an
 * address that guesses too often is refused unasked. Never counted and never refused here is what is no guess: a
 * request without a session, a session that was good before, and a wrong one that comes again, as old browser tabs do.
 */
export type GuardGuessing = <T>(req: Request, check: () => Promise<T>) => Promise<T>;

export function makeGuardGuessing(): GuardGuessing {
  const guesses = makeRateLimit(GUESSES_PER_MINUTE);
  const queueOf = makeQueueOfEach<string>(NEW_AT_ONCE);
  const seen = makeSeen();
  const askFirst = async <T>(session: string, address: string, check: () => Promise<T>): Promise<T> => {
    guesses.check(address);
    try {
      return await check();
    } catch (error) {
      if (!seen.has(session) && isNotSignedIn(error)) {
        seen.add(session);
        guesses.take(address);
      }
      throw error;
    }
  };
  return async (req, check) => {
    const session = sessionKey(req);
    if (session === undefined) return check();
    const address = addressOf(req);
    const ask = () => (seen.has(session) ? check() : askFirst(session, address, check));
    const found = await (seen.has(session) ? ask() : queueOf(address).add(ask));
    seen.add(session);
    return found;
  };
}

/** The newest ones; those that come again stay. */
function makeSeen() {
  const sessions = new Set<string>();
  return {
    has: (session: string) => sessions.has(session),
    add(session: string): void {
      sessions.delete(session);
      sessions.add(session);
      const [oldest] = sessions;
      if (sessions.size > MAX_SEEN && oldest !== undefined) sessions.delete(oldest);
    },
  };
}

/** What is remembered opens nothing. @returns undefined where there is no session to ask about */
function sessionKey(req: RequestIdentity): string | undefined {
  try {
    return createHash('sha256').update(credentialsOf(req).token).digest('base64');
  } catch {
    return undefined;
  }
}

const isNotSignedIn = (error: unknown): boolean =>
  error instanceof AppError && error.code === 'not_signed_in';
