import express, { Router, type Express, type RequestHandler } from 'express';
import { responseUrlRoute } from '../commands/response-url-route.ts';
import { ResponseUrls } from '../commands/response-urls.ts';
import { pageRoutes, type PageOptions } from '../page-routes.ts';
import { backendProxy } from '../plugins/backend-proxy.ts';
import { pluginPublicRoutes, pluginStaticRoutes } from '../plugins/static-routes.ts';
import { serviceSetting } from '../site/config-section.ts';
import { newId } from '../site/ids.ts';
import type { Site } from '../site/site.ts';
import { SERVER_VERSION, sendNotFound, sendText } from './answers.ts';
import { apiRoutes } from './api-routes.ts';
import { faultHandler, type Faults } from './faults.ts';
import { MattermostError } from './mattermost-error.ts';
import { rateLimiting } from './rate-limiter.ts';
import { errorHandler } from './send-error.ts';

export interface AppParts {
  site: Site;
  faults: Faults;
  /** The plugin whose `/plugins/<id>/` goes to the backend, and where that is. */
  backend: { pluginId: string; url: () => string | undefined };
  /** Called after every request that may have changed something. */
  onChange: () => void;
  page: PageOptions;
}

export function createApp({ site, faults, backend, onChange, page }: AppParts): Express {
  const app = express();
  app.disable('x-powered-by').disable('etag');
  const mounted = Router({ caseSensitive: true });
  mounted.use(commonHeaders, rateLimited(site), faultHandler(faults), urlLimited(site), saving(onChange));
  const urls = new ResponseUrls();
  mounted.use('/api/v4', apiRoutes(site, urls));
  mounted.use('/hooks', responseUrlRoute(site, urls));
  mounted.use('/static', pluginStaticRoutes(site));
  mounted.use('/plugins', pluginPublicRoutes(site));
  mounted.use(`/plugins/${backend.pluginId}`, backendProxy(site.basePath, backend.url));
  mounted.use('/plugins/:id', (_req, res) => sendNotFound(res));
  mounted.use(pageRoutes(site, page));
  app.use(site.basePath === '' ? '/' : site.basePath, mounted);
  app.use((_req, res) => sendNotFound(res));
  app.use(errorHandler(site));
  return app;
}

const commonHeaders: RequestHandler = (_req, res, next) => {
  res.setHeader('X-Request-Id', newId());
  res.setHeader('X-Version-Id', `${SERVER_VERSION}.${SERVER_VERSION}.stand-in.false`);
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Referrer-Policy', 'no-referrer');
  next();
};

function rateLimited(site: Site): RequestHandler {
  const judge = rateLimiting(site.world, site.now);
  return (req, res, next) => {
    const verdict = judge(req.socket.remoteAddress ?? '');
    for (const [name, value] of Object.entries(verdict?.headers ?? {})) res.setHeader(name, value);
    if (verdict?.allowed === false) return sendText(res, 429, 'limit exceeded\n');
    next();
  };
}

function urlLimited(site: Site): RequestHandler {
  return (req, _res, next) => {
    if (req.originalUrl.length <= Number(serviceSetting(site.world, 'MaximumURLLength'))) return next();
    next(new MattermostError(414, 'basic_security_check.url.too_long_error', 'URL is too long'));
  };
}

function saving(onChange: () => void): RequestHandler {
  return (req, res, next) => {
    if (req.method !== 'GET') res.on('finish', onChange);
    next();
  };
}
