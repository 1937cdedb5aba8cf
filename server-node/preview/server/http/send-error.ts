import type { NextFunction, Request, Response } from 'express';
import type { Site } from '../site/site.ts';
import { sendJson } from './answers.ts';
import { MattermostError } from './mattermost-error.ts';

/** The last word on every failure: what Mattermost would answer, or a 500 that says the stand-in broke. */
export function errorHandler(site: Site) {
  return (thrown: unknown, req: Request, res: Response, next: NextFunction): void => {
    if (res.headersSent) return next(thrown);
    const error = toMattermostError(thrown);
    if (error.clearsCookie) res.append('Set-Cookie', clearedCookie(site));
    if (error.id === 'api.context.404.app_error' && req.method === 'HEAD') return void res.status(404).end();
    sendJson(res, error.status, {
      id: error.id,
      message: error.message,
      detailed_error: error.detail,
      ...(error.id === 'api.context.404.app_error' ? {} : { request_id: res.getHeader('X-Request-Id') }),
      status_code: error.status,
    });
  };
}

export const clearedCookie = (site: Site) =>
  `MMAUTHTOKEN=; Path=${site.basePath === '' ? '/' : site.basePath}; Max-Age=0; HttpOnly`;

function toMattermostError(thrown: unknown): MattermostError {
  if (thrown instanceof MattermostError) return thrown;
  if (isTooLarge(thrown)) {
    return new MattermostError(
      413,
      'api.context.request_body_too_large.app_error',
      'Unable to process request. Request body too large.',
    );
  }
  console.error('The stand-in failed:', thrown);
  return new MattermostError(500, 'stand_in.internal', `The stand-in failed: ${String(thrown)}`);
}

const isTooLarge = (thrown: unknown) =>
  thrown instanceof Error && 'type' in thrown && thrown.type === 'entity.too.large';
