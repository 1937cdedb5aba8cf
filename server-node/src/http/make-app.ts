import express, { type Express, type RequestHandler } from 'express';
import { API_PATH, COMMAND_PATH, PLUGIN_PATH, SUGGESTIONS_PATH, WEBHOOK_PATH } from '../contract/paths.ts';
import { AppError } from '../shared/app-error.ts';
import { makeEndpoints } from './api/endpoints.ts';
import { mountEndpoint } from './api/mount-endpoint.ts';
import { makeOpenApi } from './api/openapi.ts';
import { makeReceiveCommand } from './command/receive-command.ts';
import { makeHandleError } from './errors/handle-error.ts';
import { guardRequest } from './guard-request.ts';
import { healthz, makeReadyz } from './health.ts';
import type { HttpDeps } from './http-deps.ts';
import { makeGuardGuessing, type GuardGuessing } from './limits/guard-guessing.ts';
import { makeLogRequests } from './log-requests.ts';
import { makeReadOfAnybody } from './read-body.ts';
import { sendJson } from './send-json.ts';
import { makeSignIn } from './sign-in.ts';
import { makeSuggestTodos } from './suggestions/suggest-todos.ts';
import { makeReceiveWebhook } from './webhook/receive-webhook.ts';

export interface HttpApp {
  app: Express;
  /** Lets go of what counts requests. */
  stop(): void;
}

export function makeApp(deps: HttpDeps): HttpApp {
  const app = newExpress(deps);
  const guessing = makeGuardGuessing();
  const { signIn, stop } = makeSignIn(deps, guessing.guard);
  app.use(makeLogRequests(deps.logger, deps.settings.logsRequests), guardRequest);
  mountHealth(app, deps);
  mountHooks(app, deps, guessing.guard);
  app.get(`${SUGGESTIONS_PATH}/:state`, signIn, makeSuggestTodos(deps));
  mountApi(app, deps, signIn);
  app.use(() => {
    throw new AppError('not_found', 'There is nothing at this address.');
  });
  app.use(makeHandleError(deps.logger));
  return {
    app,
    stop() {
      guessing.stop();
      stop();
    },
  };
}

function newExpress({ settings }: HttpDeps): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', [...settings.trustedProxies]);
  return app;
}

function mountHealth(app: Express, deps: HttpDeps): void {
  app.get(['/healthz', `${PLUGIN_PATH}/healthz`], healthz);
  app.get('/readyz', makeReadyz(deps));
}

function mountHooks(app: Express, deps: HttpDeps, guard: GuardGuessing): void {
  const read = makeReadOfAnybody();
  app.post([WEBHOOK_PATH, `${PLUGIN_PATH}${WEBHOOK_PATH}`], read, makeReceiveWebhook(deps, guard));
  const receiveCommand = makeReceiveCommand(deps, guard);
  app.post(COMMAND_PATH, read, receiveCommand);
  app.get(COMMAND_PATH, receiveCommand);
}

function mountApi(app: Express, deps: HttpDeps, signIn: RequestHandler): void {
  const endpoints = makeEndpoints(deps);
  for (const endpoint of endpoints) mountEndpoint(app, [signIn], endpoint, deps.languages);
  // Made when asked for: it is large, and most backends are never asked.
  app.get(`${API_PATH}/openapi.json`, signIn, (_req, res) => sendJson(res, 200, makeOpenApi(endpoints)));
  app.get(`${API_PATH}/events`, signIn, deps.events ?? ((_req, _res, next) => next()));
}
