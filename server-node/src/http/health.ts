import type { RequestHandler } from 'express';
import type { HttpDeps } from './http-deps.ts';
import { sendJson } from './send-json.ts';

export const healthz: RequestHandler = (_req, res) => sendJson(res, 200, { status: 'ok' });

export function makeReadyz({ readiness }: Pick<HttpDeps, 'readiness'>): RequestHandler {
  return async (_req, res) => {
    const state = await readiness();
    sendJson(res, state.ready ? 200 : 503, state);
  };
}
