import type { Express, RequestHandler } from 'express';
import { COMMAND_PATH, PLUGIN_PATH, WEBHOOK_PATH } from '../contract/paths.ts';
import { KNOWN_TOKENS_PATH } from '../callers/known-tokens.ts';
import { AppError } from '../shared/app-error.ts';
import { makeReceiveCommand } from './command/receive-command.ts';
import { makeHandleError } from './errors/handle-error.ts';
import { guardRequest } from './guard-request.ts';
import { makeHealthz } from './health.ts';
import type { HttpDeps } from './http-deps.ts';
import { makeLogRequests } from './log-requests.ts';
import { makeCountRequests } from './metrics/count-requests.ts';
import { makeServeMetrics } from './metrics/serve-metrics.ts';
import { makeKnownTokens } from './known-tokens.ts';
import { newExpress } from './new-express.ts';
import { nothingHere } from './nothing-here.ts';
import { makeReadOfAnybody } from './read-body.ts';
import { makeReceiveWebhook } from './webhook/receive-webhook.ts';

const WEBHOOK_PATHS = [WEBHOOK_PATH, `${PLUGIN_PATH}${WEBHOOK_PATH}`];

/** What Mattermost itself calls: slash commands and outgoing webhooks. */
export function mountIntegrations(app: Express, deps: HttpDeps): void {
  const read = makeReadOfAnybody();
  app.post(WEBHOOK_PATHS, read, makeReceiveWebhook(deps));
  app.post(COMMAND_PATH, read, makeReceiveCommand(deps));
  app.get(COMMAND_PATH, refuseGet);
  const { botToken } = deps.settings;
  if (botToken !== undefined) app.get(KNOWN_TOKENS_PATH, makeKnownTokens(deps.settings, botToken));
}

/** The same alone, for an address that the site's proxy does not pass on. */
export function makeIntegrationsApp(deps: HttpDeps): Express {
  const app = newExpress([]);
  const { logger, settings, metrics } = deps;
  app.use(makeLogRequests(logger, settings.logsRequests), makeCountRequests(metrics), guardRequest);
  app.get('/healthz', makeHealthz(deps));
  app.get('/metrics', makeServeMetrics(metrics));
  mountIntegrations(app, deps);
  app.use(nothingHere);
  app.use(makeHandleError(deps.logger));
  return app;
}

/** Whoever holds a token may be anybody, so at the site's address it opens nothing once there is another one. */
export function refuseIntegrations(app: Express): void {
  app.all([COMMAND_PATH, ...WEBHOOK_PATHS], () => {
    throw new AppError(
      'not_found',
      'Slash commands and outgoing webhooks are taken at INTEGRATIONS_PORT only, where Mattermost itself posts. Run setup again: it corrects their addresses.',
    );
  });
}

/** Its fields, the token among them, are in the address then, which proxies write into their logs. */
const refuseGet: RequestHandler = (_req, res) => {
  res.setHeader('Allow', 'POST');
  throw new AppError(
    'post_only',
    'Expected the slash command by POST; it came by GET, which writes its token into the logs of proxies. Run setup again, or choose POST as its request method and renew its token in Integrations.',
  );
};
