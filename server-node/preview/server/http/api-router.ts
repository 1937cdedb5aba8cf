import { Router, type Request, type Response } from 'express';
import type { Site } from '../site/site.ts';
import { Answer, sendJson, WRITTEN } from './answers.ts';
import type { Call } from './call.ts';
import { passesCsrf } from './check-csrf.ts';
import { findToken, sessionOf, userOf } from './find-session.ts';
import { MattermostError, sessionExpired } from './mattermost-error.ts';

export type Method = 'get' | 'post' | 'put' | 'delete';
export type Handler = (call: Call) => unknown;
export type OpenHandler = (req: Request, res: Response) => unknown;

export interface ApiRouter {
  readonly router: Router;
  /** A route for those with a good session. What the handler returns is sent as JSON. */
  on(method: Method, path: string, handler: Handler): void;
  /** A route that needs no session. */
  open(method: Method, path: string, handler: OpenHandler): void;
}

export function apiRouter(site: Site): ApiRouter {
  // Mattermost's router knows neither HEAD nor OPTIONS for its routes, and Express would answer HEAD like GET.
  const router = Router({ caseSensitive: true });
  const add = (method: Method, path: string, respond: OpenHandler) =>
    void router[method](path, async (req: Request, res: Response, next) => {
      if (req.method === 'HEAD') return next();
      send(res, await respond(req, res));
    });
  return {
    router,
    open: add,
    on: (method, path, handler) => add(method, path, (req, res) => handler(authenticate(site, req, res))),
  };
}

export function authenticate(site: Site, req: Request, res: Response): Call {
  const found = findToken(req);
  if (found === undefined) throw sessionExpired(false);
  const session = sessionOf(site, found.token);
  const user = session && userOf(site, session);
  if (session === undefined || user === undefined) throw sessionExpired(true);
  if (found.where === 'query') throw tokenInQuery();
  if (!passesCsrf(site, req, found, session)) throw sessionExpired(true);
  return { req, res, session, user };
}

const tokenInQuery = () =>
  new MattermostError(
    401,
    'api.context.token_provided.app_error',
    'Session is not OAuth but token was provided in the query string.',
  );

function send(res: Response, result: unknown): void {
  if (result === WRITTEN) return;
  if (!(result instanceof Answer)) return sendJson(res, 200, result);
  for (const [name, value] of Object.entries(result.headers)) res.setHeader(name, value);
  sendJson(res, result.status, result.body);
}
