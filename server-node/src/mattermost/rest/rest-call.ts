import { setTimeout as sleepFor } from 'node:timers/promises';

import type { Clock } from '../../shared/time.ts';
import { type DirectAnswer, type DirectTransport } from './direct-transport.ts';
import { NoAnswerError } from './no-answer-error.ts';
import { rateLimitWaitMs } from './rate-limit.ts';
import { refusalOf } from './refusal.ts';
import { RestError, isPassing } from './rest-error.ts';

export interface RestRequest {
  method: string;
  /** Below the site URL, for instance `/api/v4/users/me`. */
  path: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array | undefined;
  /** May be sent again when the answer was lost. Default: GET and HEAD. */
  repeatable?: boolean;
  /** Sent as bearer. */
  token?: string | undefined;
}

/** @throws {RestError} for every answer but 2xx */
export type RestCall = (request: RestRequest) => Promise<DirectAnswer>;

export interface RestCallDeps {
  /** With its subpath, without a slash at the end. */
  siteUrl: string;
  transport: DirectTransport;
  now: Clock;
  timeoutMs: number;
  /** How long a call may wait, in sum, before it is tried again. */
  patienceMs: number;
  /** Tries in all, 429s not counted. */
  tries: number;
  /** All calls are those of one account: after a 429 none of them is sent until Mattermost's wait is over. */
  oneAccount: boolean;
  sleep?: ((ms: number) => Promise<unknown>) | undefined;
  /** 0 to 1. */
  random?: (() => number) | undefined;
}

const FIRST_BACKOFF_MS = 200;

/** Calls of Mattermost's REST API that wait out a passing fault, as long as their patience lasts. */
export function makeRestCall(deps: RestCallDeps): RestCall {
  const { now, patienceMs, tries, oneAccount, sleep = sleepFor, random = Math.random } = deps;
  let closed = { at: 0, forMs: 0 };

  async function callOnce(request: RestRequest): Promise<DirectAnswer> {
    const sinceMs = now() - closed.at;
    const waitMs = closed.forMs - sinceMs;
    // Below 0 since then: the clock was put back, and says nothing about the wait.
    if (waitMs > 0 && sinceMs >= 0) {
      throw tooManyCalls(request, waitMs);
    }
    try {
      return await send(deps, request);
    } catch (error) {
      if (oneAccount && error instanceof RestError && error.retryAfterMs !== undefined) {
        closed = { at: now(), forMs: error.retryAfterMs };
      }
      throw error;
    }
  }

  return async (request) => {
    let patienceLeftMs = patienceMs;
    for (let failures = 0; ;) {
      try {
        return await callOnce(request);
      } catch (error) {
        failures += isRateLimit(error) ? 0 : 1;
        const waitMs = waitBeforeRepeat(error, request, failures, random());
        if (waitMs === undefined || waitMs > patienceLeftMs || failures >= tries) {
          throw error;
        }
        patienceLeftMs -= waitMs;
        await sleep(waitMs);
      }
    }
  };
}

function isRateLimit(error: unknown): boolean {
  return error instanceof RestError && error.retryAfterMs !== undefined;
}

/** @returns undefined when the call must not, or need not, be sent again */
function waitBeforeRepeat(
  error: unknown,
  request: RestRequest,
  failures: number,
  jitter: number,
): number | undefined {
  if (!(error instanceof RestError) || !isPassing(error)) {
    return undefined;
  }
  if (error.retryAfterMs !== undefined) {
    return error.retryAfterMs + Math.ceil(jitter * FIRST_BACKOFF_MS);
  }
  const harmless = isRepeatable(request) || (error.id === 'no_answer' && !error.mayHaveHappened);
  return harmless ? Math.ceil(FIRST_BACKOFF_MS * 2 ** (failures - 1) * (0.5 + jitter)) : undefined;
}

function isRepeatable({ method, repeatable }: RestRequest): boolean {
  return repeatable ?? (method === 'GET' || method === 'HEAD');
}

async function send(
  { siteUrl, transport, timeoutMs }: RestCallDeps,
  request: RestRequest,
): Promise<DirectAnswer> {
  const { method, path, token, headers = {}, body } = request;
  const bearer = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const url = new URL(siteUrl + path);
  try {
    const answer = await transport.send({ method, url, headers: { ...bearer, ...headers }, body, timeoutMs });
    if (answer.status >= 200 && answer.status < 300) {
      return answer;
    }
    throw refusalOf(what(request), answer, answer.status === 429 ? rateLimitWaitMs(answer) : undefined);
  } catch (error) {
    throw error instanceof NoAnswerError ? RestError.noAnswer(what(request), error) : error;
  }
}

function tooManyCalls(request: RestRequest, retryAfterMs: number): RestError {
  const message = `${what(request)}: not sent, Mattermost wants ${retryAfterMs} ms without calls`;
  return new RestError(message, { status: 429, id: 'rate_limited', retryAfterMs });
}

/** The query is left out: it may hold what a person typed. */
function what({ method, path }: RestRequest): string {
  return `${method} ${path.split('?')[0]}`;
}
