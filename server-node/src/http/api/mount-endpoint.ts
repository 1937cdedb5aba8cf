import type { Express, Request, RequestHandler, Response } from 'express';
import { API_PATH } from '../../contract/paths.ts';
import type { Caller } from '../../callers/ports.ts';
import { errorInWords } from '../../program/texts/in-words.ts';
import type { Languages } from '../../program/texts/languages.ts';
import { textsIn } from '../../program/texts/texts-in.ts';
import { AppError } from '../../shared/app-error.ts';
import { ERROR_STATUS } from '../../shared/error-status.ts';
import { parse } from '../parse.ts';
import { readJson } from '../read-body.ts';
import { callerOf } from '../request-state.ts';
import { sendJson, sendWritten } from '../send-json.ts';
import { shownRefusal } from '../views/shown-refusal.ts';
import type { Answered, AnyEndpoint } from './endpoint.ts';

/** @param signIn what must let a request through before anything of it is read */
export function mountEndpoint(
  app: Express,
  signIn: RequestHandler[],
  endpoint: AnyEndpoint,
  languages: Languages,
): void {
  const path = `${API_PATH}${endpoint.path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
  app[endpoint.method](path, signIn, endpoint.body === null ? [] : readJson, handlerOf(endpoint, languages));
}

function handlerOf(endpoint: AnyEndpoint, languages: Languages): RequestHandler {
  return async (req, res) => {
    const caller = callerOf(res);
    const request = {
      caller,
      params: parse(endpoint.params, req.params, 'address'),
      query: parse(endpoint.query, req.query, 'query'),
      body: endpoint.body === null ? undefined : parse(endpoint.body, req.body, 'body'),
    };
    const answered = await endpoint.handle(request).catch(async (error: unknown) => {
      throw await inLanguage(languages, caller, await shownRefusal(caller, error));
    });
    await answer(req, res, endpoint.status, answered);
  };
}

/** A refusal in the words of the caller; a fault, which clients have words of their own for, as the log needs it. */
async function inLanguage(languages: Languages, caller: Caller, error: unknown): Promise<unknown> {
  if (!(error instanceof AppError) || ERROR_STATUS[error.code] >= 500) return error;
  const message = errorInWords(textsIn(await languages.of(caller)), error);
  const { code, details } = error;
  return message === error.message ? error : new AppError(code, message, { cause: error, details });
}

async function answer(req: Request, res: Response, status: number, answered: Answered): Promise<void> {
  const { etag } = answered;
  if (etag !== undefined) {
    res.setHeader('ETag', etag);
    if (isAmong(etag, req.headers['if-none-match'])) return void res.status(304).end();
  }
  if ('body' in answered) return sendJson(res, status, answered.body);
  res.vary('Accept-Encoding');
  const gzipped = req.acceptsEncodings('gzip') === 'gzip' ? await answered.gzipped() : undefined;
  if (gzipped === undefined) return sendWritten(res, status, answered.json);
  res.setHeader('Content-Encoding', 'gzip');
  if (etag !== undefined) res.setHeader('ETag', `W/${etag}`);
  sendWritten(res, status, gzipped);
}

/** A proxy that compresses makes an ETag weak. */
function isAmong(etag: string, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
}
