import type { RequestHandler } from 'express';
import type { HttpDeps } from './http-deps.ts';
import { makeAtOnce } from './limits/at-once.ts';
import { makeGuardGuessing, type GuardGuessing } from './limits/guard-guessing.ts';
import { makeRateLimit } from './limits/rate-limit.ts';
import { setCaller, setLeave } from './request-state.ts';

/** Many times what a browser sends, so that one person cannot take all memory with large answers. */
const MAX_AT_ONCE = 16;

/** Mattermost itself names the caller to the backend that it started: there is nothing to guess. */
const unguarded: GuardGuessing = (_req, check) => check();

/** Lets identified people through, as often and as many times at once as one person may. */
export function makeSignIn({ identify, settings }: HttpDeps): RequestHandler {
  const guard = settings.takesSessions ? makeGuardGuessing() : unguarded;
  const perPerson = makeRateLimit(settings.requestsPerMinute);
  const atOnce = makeAtOnce(MAX_AT_ONCE);
  return async (req, res, next) => {
    const caller = await guard(req, () => identify(req));
    perPerson.take(caller.userId);
    // Gone while we asked who it is: its close is over and would never count it down.
    if (!res.closed) {
      const leave = atOnce.enter(caller.userId);
      res.once('close', leave);
      setLeave(res, leave);
    }
    setCaller(res, caller);
    next();
  };
}
