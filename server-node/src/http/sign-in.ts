import type { RequestHandler } from 'express';
import type { HttpDeps } from './http-deps.ts';
import type { GuardGuessing } from './limits/guard-guessing.ts';
import { makeRateLimit } from './limits/rate-limit.ts';
import { setCaller } from './request-state.ts';

/** Lets identified people through, as often as one person may. */
export function makeSignIn({ identify, settings }: HttpDeps, guard: GuardGuessing) {
  const perPerson = makeRateLimit(settings.requestsPerMinute);
  const signIn: RequestHandler = async (req, res, next) => {
    const caller = await guard(req, () => identify(req));
    await perPerson.take(caller.userId);
    setCaller(res, caller);
    next();
  };
  return { signIn, stop: () => perPerson.stop() };
}
