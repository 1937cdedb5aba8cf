import type { Express, RequestHandler } from 'express';
import { API_PATH, PLUGIN_PATH, STREAM_PROBE_PATH, SUGGESTIONS_PATH } from '../contract/paths.ts';
import { makeEndpoints } from './api/endpoints.ts';
import { mountEndpoint } from './api/mount-endpoint.ts';
import { makeOpenApi } from './api/openapi.ts';
import { makeHandleError } from './errors/handle-error.ts';
import { makeProbeStream } from './events/probe-stream.ts';
import { guardRequest } from './guard-request.ts';
import { makeHealthz, makeReadyz } from './health.ts';
import type { HttpDeps } from './http-deps.ts';
import { makeIntegrationsApp, mountIntegrations, refuseIntegrations } from './integrations.ts';
import { makeLogRequests } from './log-requests.ts';
import { makeCountRequests } from './metrics/count-requests.ts';
import { newExpress } from './new-express.ts';
import { mountPresses } from './press/mount-presses.ts';
import { nothingHere } from './nothing-here.ts';
import { sendJson } from './send-json.ts';
import { makeSignIn } from './sign-in.ts';
import { makeSuggestTodos } from './suggestions/suggest-todos.ts';

export interface HttpApp {
  app: Express;
  /** What Mattermost itself calls, where that has an address of its own. */
  integrations: Express | null;
}

export function makeApp(deps: HttpDeps): HttpApp {
  const { trustedProxies, logsRequests, integrationsApart } = deps.settings;
  const app = newExpress(trustedProxies);
  const signIn = makeSignIn(deps);
  app.use(makeLogRequests(deps.logger, logsRequests), makeCountRequests(deps.metrics), guardRequest);
  mountHealth(app, deps);
  if (integrationsApart) refuseIntegrations(app);
  else mountIntegrations(app, deps);
  app.get(`${SUGGESTIONS_PATH}/:state`, signIn, makeSuggestTodos(deps));
  mountPresses(app, deps, signIn);
  mountApi(app, deps, signIn);
  app.use(nothingHere);
  app.use(makeHandleError(deps.logger));
  return { app, integrations: integrationsApart ? makeIntegrationsApp(deps) : null };
}

function mountHealth(app: Express, deps: HttpDeps): void {
  const healthz = makeHealthz(deps);
  app.get(['/healthz', `${PLUGIN_PATH}/healthz`], healthz);
  // Doctor has Mattermost call it in the way in which it tells of a button.
  app.post(`${PLUGIN_PATH}/healthz`, healthz);
  app.get('/readyz', makeReadyz(deps));
}

function mountApi(app: Express, deps: HttpDeps, signIn: RequestHandler): void {
  const endpoints = makeEndpoints(deps);
  for (const endpoint of endpoints) mountEndpoint(app, [signIn], endpoint, deps.languages);
  // Made when asked for: it is large, and most backends are never asked.
  app.get(`${API_PATH}/openapi.json`, signIn, (_req, res) => sendJson(res, 200, makeOpenApi(endpoints)));
  if (deps.events !== null) app.get(STREAM_PROBE_PATH, makeProbeStream());
  app.get(`${API_PATH}/events`, signIn, deps.events ?? ((_req, _res, next) => next()));
}
