import { API_PATH } from '@todo-node/server/contract/paths';
import { failureOfResponse } from './failure-of-response.ts';
import { RequestFailure } from './request-failure.ts';

/** What the requests need from the browser; tests bring their own. */
export interface Wire {
  fetch: typeof fetch;
  /** Subpath of the site, without a slash at the end: '' or '/chat'. */
  basename: () => string;
  cookies: () => string;
  isOnline: () => boolean;
}

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  body?: unknown;
  etag?: string | undefined;
  timeOutMs?: number;
  /** Whoever asked does not want to know any more. */
  signal?: AbortSignal | undefined;
}

export interface Answer {
  body: unknown;
  /** To be sent with the next request for the same list. */
  etag: string | undefined;
  notModified: boolean;
}

const TIME_OUT_MS = 10_000;

export type Request = (path: string, options?: RequestOptions) => Promise<Answer>;

/** @throws {RequestFailure} for everything but a JSON answer of our backend (or 304) */
export function makeRequest(wire: Wire): Request {
  return async (path, options = {}) => {
    const response = await send(wire, path, options);
    const etag = response.headers.get('ETag') ?? undefined;
    if (response.status === 304) return { body: null, etag, notModified: true };
    if (!response.ok) throw await failureOfResponse(response);
    return { body: await readBody(response), etag, notModified: false };
  };
}

async function send(wire: Wire, path: string, options: RequestOptions): Promise<Response> {
  const cut = new AbortController();
  const timer = setTimeout(() => cut.abort(), options.timeOutMs ?? TIME_OUT_MS);
  const leave = () => cut.abort();
  options.signal?.addEventListener('abort', leave);
  try {
    return await wire.fetch(`${wire.basename()}${API_PATH}${path}`, {
      method: options.method ?? 'GET',
      credentials: 'include',
      cache: 'no-store',
      headers: headersOf(wire, options),
      signal: cut.signal,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
  } catch (thrown) {
    const message = cut.signal.aborted ? 'No answer in time.' : String(thrown);
    throw new RequestFailure(wire.isOnline() ? 'unreachable' : 'offline', message);
  } finally {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', leave);
  }
}

export function headersOf(wire: Wire, options: RequestOptions): Record<string, string> {
  return {
    Accept: 'application/json',
    'X-Requested-With': 'XMLHttpRequest',
    ...(options.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(options.etag === undefined ? {} : { 'If-None-Match': options.etag }),
    ...((options.method ?? 'GET') === 'GET' ? {} : { 'X-CSRF-Token': csrfToken(wire.cookies()) }),
  };
}

function csrfToken(cookies: string): string {
  return /(?:^|;\s*)MMCSRF=([^;]*)/.exec(cookies)?.[1] ?? '';
}

/** A page instead of JSON means that something else than our backend answers at this address. */
async function readBody(response: Response): Promise<unknown> {
  if (response.status === 204) return null;
  try {
    return (await response.json()) as unknown;
  } catch {
    throw new RequestFailure('no_route', 'The answer is not JSON.', { status: response.status });
  }
}
