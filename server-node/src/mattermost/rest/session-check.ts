import { createHash } from 'node:crypto';

import type { Freshness } from '../../callers/ports.ts';
import type { UserId } from '../../shared/ids.ts';
import { SECOND_MS, type Clock } from '../../shared/time.ts';
import { accountFrom, userSchema } from './accounts.ts';
import type { InTurn } from './check-queue.ts';
import type { RestCall } from './rest-call.ts';
import { RestError } from './rest-error.ts';
import { callJson } from './rest-json.ts';
import { makeShortMemory } from '../../shared/short-memory.ts';

export type SessionState =
  | { kind: 'person'; userId: UserId; username: string; isGuest: boolean; locale: string }
  | { kind: 'bot' | 'ended' | 'unfinished' };

export interface SessionCheck {
  /** Whose session it is, of late or now. @throws {RestError} when Mattermost cannot say; {AppError} too_many_requests */
  stateOf(token: string, freshness: Freshness): Promise<SessionState>;
  /** Whether `csrf` is the session's own. @throws likewise */
  ownsCsrf(token: string, userId: UserId, csrf: string): Promise<boolean>;
}

/** How long a session that Mattermost has ended meanwhile still reads here. */
const KEEP_MS = 30 * SECOND_MS;
/** Short: a person who has just finished signing in should not wait. */
const KEEP_REFUSAL_MS = 3 * SECOND_MS;
const MAX_SESSIONS = 5_000;

/**
 * Sessions are kept by the SHA-256 of their token: what is remembered opens nothing.
 *
 * @param limited so that a flood of invented tokens does not use up Mattermost's patience with us
 */
export function makeSessionCheck(call: RestCall, now: Clock, limited: InTurn): SessionCheck {
  const states = makeShortMemory<SessionState>({
    now,
    keepMs: ({ kind }) => (kind === 'person' ? KEEP_MS : KEEP_REFUSAL_MS),
    maxEntries: MAX_SESSIONS,
  });
  const csrfs = makeShortMemory<boolean>({
    now,
    keepMs: (ok) => (ok ? KEEP_MS : KEEP_REFUSAL_MS),
    maxEntries: MAX_SESSIONS,
  });
  return {
    stateOf: (token, freshness) =>
      states[freshness === 'now' ? 'renew' : 'recall'](keyOf(token), () =>
        limited(() => askState(call, token)),
      ),
    ownsCsrf: (token, userId, csrf) =>
      csrfs.recall(keyOf(token, csrf), () => limited(() => askCsrf(call, token, userId, csrf))),
  };
}

function keyOf(...secrets: string[]): string {
  return createHash('sha256').update(JSON.stringify(secrets)).digest('base64');
}

async function askState(call: RestCall, token: string): Promise<SessionState> {
  try {
    const account = accountFrom(
      await callJson(call, { method: 'GET', path: '/api/v4/users/me', token }, userSchema),
    );
    if (account.isBot || account.isDeactivated) {
      return { kind: account.isBot ? 'bot' : 'ended' };
    }
    // users/me also answers to those who still owe a second factor; other calls do not.
    await call({ method: 'GET', path: '/api/v4/users/me/teams/members', token });
    const { userId, username, isGuest, locale } = account;
    return { kind: 'person', userId, username, isGuest, locale };
  } catch (error) {
    if (error instanceof RestError && error.status === 401) {
      return { kind: error.id === 'api.context.mfa_required.app_error' ? 'unfinished' : 'ended' };
    }
    throw error;
  }
}

/**
 * A harmless POST that Mattermost refuses when the token is not the session's. The session goes as cookie, as
 * otherwise nothing is checked; it is the only cookie sent, and never with the bot's token. No X-Requested-With:
 * with it any token would do.
 */
async function askCsrf(call: RestCall, token: string, userId: UserId, csrf: string): Promise<boolean> {
  try {
    await call({
      method: 'POST',
      path: '/api/v4/users/ids',
      headers: {
        Cookie: `MMAUTHTOKEN=${token}`,
        'X-CSRF-Token': csrf,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify([userId]),
      repeatable: true,
    });
    return true;
  } catch (error) {
    if (error instanceof RestError && (error.status === 401 || error.status === 400)) {
      return false;
    }
    throw error;
  }
}
