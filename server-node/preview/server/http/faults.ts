import type { Request, RequestHandler, Response } from 'express';
import { newId } from '../site/ids.ts';
import { sendJson, sendText } from './answers.ts';

/** What goes wrong: */
export type Failing =
  /** an answer in place of the real one; the request is not carried out */
  | { answer: 429; retryAfterS: number }
  | { answer: 403 | 500 | 502 | 503 }
  /** the connection is cut before anything happens */
  | { cut: 'before' }
  /** the request is carried out, and the connection is cut in place of the answer */
  | { cut: 'after' }
  /** the request is carried out after so many ms */
  | { delayMs: number };

export interface Fault {
  method?: string;
  /** The path without the subpath, such as `/api/v4/posts`. */
  path: string | RegExp;
  /** How many matching requests it hits; all of them when left out. */
  times?: number;
  /** So many matching requests pass first. */
  after?: number;
  fails: Failing;
}

interface Armed extends Fault {
  seen: number;
  hits: number;
}

/** Things that tests make go wrong. */
export class Faults {
  #armed: Armed[] = [];

  /** @returns how often it has hit so far, as a function */
  inject(fault: Fault): () => number {
    const armed: Armed = { ...fault, seen: 0, hits: 0 };
    this.#armed.push(armed);
    return () => armed.hits;
  }

  clear(): void {
    this.#armed = [];
  }

  /** The fault that hits this request, if any; asking counts. */
  strike(method: string, path: string): Failing | undefined {
    for (const armed of this.#armed) {
      if (!matches(armed, method, path)) continue;
      armed.seen += 1;
      if (armed.seen <= (armed.after ?? 0) || armed.hits >= (armed.times ?? Infinity)) continue;
      armed.hits += 1;
      return armed.fails;
    }
    return undefined;
  }
}

const matches = (fault: Fault, method: string, path: string): boolean =>
  (fault.method === undefined || fault.method === method) &&
  (typeof fault.path === 'string' ? fault.path === path : fault.path.test(path));

export function faultHandler(faults: Faults): RequestHandler {
  return (req, res, next) => {
    const failing = faults.strike(req.method, req.path);
    if (failing === undefined) return next();
    if ('delayMs' in failing) return void setTimeout(next, failing.delayMs);
    if ('answer' in failing) return answerBadly(res, failing);
    if (failing.cut === 'before') return void req.socket.destroy();
    cutInPlaceOfAnswer(req, res);
    next();
  };
}

function answerBadly(res: Response, failing: Extract<Failing, { answer: number }>): void {
  if (failing.answer === 429) {
    res.setHeader('Retry-After', String(failing.retryAfterS)).setHeader('X-Ratelimit-Limit', '101');
    res.setHeader('X-Ratelimit-Remaining', '0').setHeader('X-Ratelimit-Reset', String(failing.retryAfterS));
    return sendText(res, 429, 'limit exceeded\n');
  }
  const message = 'A failure injected by a test.';
  const error = {
    id: 'stand_in.fault',
    message,
    detailed_error: '',
    request_id: newId(),
    status_code: failing.answer,
  };
  sendJson(res, failing.answer, error);
}

/** The client cannot tell whether its request was carried out. */
function cutInPlaceOfAnswer(req: Request, res: Response): void {
  const cut = () => {
    req.socket.destroy();
    return res;
  };
  res.end = cut as Response['end'];
}
