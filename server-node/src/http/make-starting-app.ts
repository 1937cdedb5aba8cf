import type { Express, RequestHandler } from 'express';
import type { ErrorView } from '../contract/api.ts';
import { FORM_PATH, PLUGIN_PATH, PRESS_PATH } from '../contract/paths.ts';
import type { ErrorCode } from '../shared/app-error.ts';
import { ERROR_STATUS } from '../shared/error-status.ts';
import type { Logger } from '../shared/logger.ts';
import { makeHandleError } from './errors/handle-error.ts';
import { guardRequest } from './guard-request.ts';
import { makeHealthz, makeReadyz } from './health.ts';
import type { HttpDeps, HttpSettings } from './http-deps.ts';
import { makeLogRequests } from './log-requests.ts';
import { makeCountRequests } from './metrics/count-requests.ts';
import { makeServeMetrics } from './metrics/serve-metrics.ts';
import { newExpress } from './new-express.ts';
import { tellPresserToWait, WAIT } from './press/tell-presser.ts';
import { requestIdOf } from './request-state.ts';
import { sendJson } from './send-json.ts';

const RETRY_AFTER_SECONDS = 3;
const CODE: ErrorCode = 'store_unavailable';

export interface StartingDeps extends Pick<HttpDeps, 'readiness' | 'metrics'> {
  logger: Logger;
  settings: Pick<HttpSettings, 'trustedProxies' | 'logsRequests'>;
  /** Never at the address that the site's proxy leads to. */
  servesMetrics: boolean;
}

/** Stands at the door before there is a store: it is alive, says why it is not ready, and refuses all else for now. */
export function makeStartingApp(deps: StartingDeps): Express {
  const { readiness, logger, settings, metrics, servesMetrics } = deps;
  const app = newExpress(settings.trustedProxies);
  app.use(makeLogRequests(logger, settings.logsRequests), makeCountRequests(metrics), guardRequest);
  if (servesMetrics) app.get('/metrics', makeServeMetrics(metrics));
  app.get(['/healthz', `${PLUGIN_PATH}/healthz`], makeHealthz());
  app.get('/readyz', makeReadyz({ readiness }));
  app.post(PRESS_PATH, tellPresserToWait('ephemeral_text'));
  app.post(FORM_PATH, tellPresserToWait('error'));
  app.use(refuseForNow);
  app.use(makeHandleError(logger));
  return app;
}

/** Answered here rather than thrown: that the database is away is in the log already, once and not for each request. */
const refuseForNow: RequestHandler = (_req, res) => {
  res.setHeader('Retry-After', String(RETRY_AFTER_SECONDS));
  const body: ErrorView = { code: CODE, message: WAIT, requestId: requestIdOf(res) };
  sendJson(res, ERROR_STATUS[CODE], body);
};
