import type { RequestHandler } from 'express';
import type { HttpDeps } from './http-deps.ts';
import { sendJson } from './send-json.ts';

/** Answers whatever becomes of the store, and so never waits for its mark. */
export const makeHealthz =
  ({ storeMark }: Partial<Pick<HttpDeps, 'storeMark'>> = {}): RequestHandler =>
  (_req, res) =>
    sendJson(res, 200, { status: 'ok', store: storeMark?.() });

export function makeReadyz({ readiness }: Pick<HttpDeps, 'readiness'>): RequestHandler {
  return async (_req, res) => {
    const state = await readiness();
    sendJson(res, state.ready ? 200 : 503, state);
  };
}
