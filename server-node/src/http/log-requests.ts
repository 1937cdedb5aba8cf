import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Logger } from '../shared/logger.ts';
import { actorOf, requestIdOf, setRequestId } from './request-state.ts';

/** Numbers requests, and logs each in one line if wanted. The pattern of the route stands for its address, which may hold tokens. */
export function makeLogRequests(logger: Logger, logsRequests: boolean): RequestHandler {
  const nextId = makeRequestIds();
  return (req, res, next) => {
    const startedAt = performance.now();
    setRequestId(res, nextId());
    if (!logsRequests) return next();
    res.once('close', () => {
      const line = {
        requestId: requestIdOf(res),
        method: req.method,
        route: String((req.route as { path?: unknown } | undefined)?.path ?? 'none'),
        status: res.writableFinished ? res.statusCode : 'aborted',
        ms: Math.round((performance.now() - startedAt) * 10) / 10,
        userId: actorOf(res),
      };
      logger.info(line, 'request');
    });
    next();
  };
}

/** Unique over restarts and replicas without asking for randomness each time. */
function makeRequestIds(): () => string {
  const process = randomBytes(6).toString('hex');
  let count = 0;
  return () => `${process}-${(++count).toString(36)}`;
}
