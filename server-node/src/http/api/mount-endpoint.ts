import type { Express, Request, RequestHandler, Response } from 'express';
import { API_PATH } from '../../contract/paths.ts';
import { parse } from '../parse.ts';
import { readJson } from '../read-body.ts';
import { callerOf } from '../request-state.ts';
import { sendJson } from '../send-json.ts';
import type { Answered, AnyEndpoint } from './endpoint.ts';

/** @param signIn what must let a request through before anything of it is read */
export function mountEndpoint(app: Express, signIn: RequestHandler[], endpoint: AnyEndpoint): void {
  const path = `${API_PATH}${endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
  app[endpoint.method](path, signIn, endpoint.body === null ? [] : readJson, handlerOf(endpoint));
}

function handlerOf(endpoint: AnyEndpoint): RequestHandler {
  return async (req, res) => {
    const answered = await endpoint.handle({
      caller: callerOf(res),
      params: parse(endpoint.params, req.params, 'address'),
      query: parse(endpoint.query, req.query, 'query'),
      body: endpoint.body === null ? undefined : parse(endpoint.body, req.body, 'body'),
    });
    answer(req, res, endpoint.status, answered);
  };
}

function answer(req: Request, res: Response, status: number, { body, etag }: Answered): void {
  if (etag !== undefined) {
    res.setHeader('ETag', etag);
    if (isAmong(etag, req.headers['if-none-match'])) return void res.status(304).end();
  }
  sendJson(res, status, body);
}

/** A proxy that compresses makes an ETag weak. */
function isAmong(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
