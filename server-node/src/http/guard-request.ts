import type { RequestHandler } from 'express';

/**
 * Headers by which Mattermost names the caller to a plugin it started itself. Nobody may send them here; a
 * managed host sets its own after this point.
 */
const IDENTITY_HEADER = /^mattermost-/;

export const guardRequest: RequestHandler = (req, res, next) => {
  for (const name in req.headers) {
    if (IDENTITY_HEADER.test(name)) Reflect.deleteProperty(req.headers, name);
  }
  res.setHeader('Cache-Control', 'no-store');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  next();
};
