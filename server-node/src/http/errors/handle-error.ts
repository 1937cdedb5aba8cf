import type { ErrorRequestHandler } from 'express';
import type { Logger } from '../../shared/logger.ts';
import { requestIdOf } from '../request-state.ts';
import { sendJson } from '../send-json.ts';
import { errorResponse } from './error-response.ts';

export function makeHandleError(logger: Logger): ErrorRequestHandler {
  return (thrown: unknown, _req, res, next) => {
    const requestId = requestIdOf(res);
    const { status, body, retryAfterSeconds } = errorResponse(thrown, requestId);
    if (status >= 500) logger.error({ requestId, err: thrown }, 'A request failed.');
    if (res.headersSent) return next(thrown);
    if (retryAfterSeconds !== undefined) res.setHeader('Retry-After', String(retryAfterSeconds));
    sendJson(res, status, body);
  };
}
