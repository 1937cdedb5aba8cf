import { Client4 } from '@mattermost/client';

import { PLUGIN_ID, PLUGIN_VERSION } from '../../contract/manifest.ts';
import { SECOND_MS, type Clock } from '../../shared/time.ts';
import type { DirectAnswer, DirectTransport } from './direct-transport.ts';
import { parseJson } from './refusal.ts';
import { makeRestCall, type RestCall } from './rest-call.ts';
import { RestError } from './rest-error.ts';

export const USER_AGENT = `${PLUGIN_ID}/${PLUGIN_VERSION}`;

export interface RestClientOptions {
  /** The site's address as this process reaches it, with its subpath. */
  url: string;
  token: string;
  transport: DirectTransport;
  now: Clock;
  /** For one answer. */
  timeoutMs?: number;
  /** For all waiting before repeated tries of one call, in sum. */
  patienceMs?: number;
  /** How often one call is tried, in all. */
  tries?: number;
  sleep?: (ms: number) => Promise<unknown>;
  random?: () => number;
}

/**
 * The official client as one account, over our own transport: time-outs, repeated tries, 429 waited out, no proxy.
 * Every failure is a {@link RestError}.
 */
export function createRestClient(options: RestClientOptions): Client4 {
  const siteUrl = trimSiteUrl(options.url);
  const call = makeRestCall({
    siteUrl,
    transport: options.transport,
    now: options.now,
    timeoutMs: options.timeoutMs ?? 10 * SECOND_MS,
    patienceMs: options.patienceMs ?? 10 * SECOND_MS,
    tries: options.tries ?? 3,
    oneAccount: true,
    sleep: options.sleep,
    random: options.random,
  });
  const client = new Client4();
  client.setUrl(siteUrl);
  client.setToken(options.token);
  client.setUserAgent(USER_AGENT);
  client.setIncludeCookies(false);
  // The one method behind all others; it is private in the types, and would use the global fetch.
  Object.assign(client, { doFetchWithResponse: makeFetch(client, siteUrl, call) });
  return client;
}

/** Without a slash at the end, so that paths can follow. */
export function trimSiteUrl(url: string): string {
  return url.replace(/\/+$/, '');
}

type FetchOptions = Parameters<Client4['getOptions']>[0] & { ignoreStatus?: boolean };

interface Fetched {
  response: Response;
  /** Names as `Client4` reads them: `X-Version-Id`. */
  headers: Map<string, string>;
  data: unknown;
}

function makeFetch(client: Client4, siteUrl: string, call: RestCall) {
  return async (url: string, options: FetchOptions): Promise<Fetched> => {
    const path = pathBelow(siteUrl, url);
    const { headers, body } = await withBody(client.getOptions(options) as SentOptions);
    const method = (options.method ?? 'get').toUpperCase();
    const repeatable = method === 'GET' || (method === 'POST' && READING_POSTS.test(path));
    const answer = await call({ method, path, headers, body, repeatable });
    return fetched(answer, path);
  };
}

/** Calls that only read, or that may be repeated without harm, although they are POST. */
const READING_POSTS =
  /^\/api\/v4\/(?:users\/(?:ids|usernames|status\/ids)|posts\/ids|channels\/direct)(?:\?|$)/;

/** @throws {RestError} when the token would go to another place than the configured one */
function pathBelow(siteUrl: string, url: string): string {
  if (!url.startsWith(`${siteUrl}/`)) {
    throw new RestError('a call outside of MATTERMOST_URL was not sent', { status: 0, id: 'not_mattermost' });
  }
  return url.slice(siteUrl.length);
}

interface SentOptions {
  headers: Record<string, string>;
  body?: string | FormData;
}

async function withBody({ headers, body }: SentOptions) {
  if (!(body instanceof FormData)) {
    return { headers, body };
  }
  const encoded = new Response(body);
  const contentType = encoded.headers.get('Content-Type') ?? 'multipart/form-data';
  return { headers: { ...headers, 'Content-Type': contentType }, body: await encoded.bytes() };
}

function fetched(answer: DirectAnswer, path: string): Fetched {
  const headers = new Map(
    Object.entries(answer.headers).map(([name, values]) => [capitalised(name), values.join(', ')]),
  );
  const body = answer.body.length === 0 ? null : new Uint8Array(answer.body);
  const response = new Response(body, { status: answer.status, headers: [...headers] });
  return { response, headers, data: dataOf(answer, path) };
}

/** @throws {RestError} for a page: then MATTERMOST_URL is the address of something else */
function dataOf({ status, headers, body }: DirectAnswer, path: string): unknown {
  const type = headers['content-type']?.[0] ?? '';
  const data = type.startsWith('application/json') ? parseJson(body) : body.toString('utf8');
  if (data === undefined || type.startsWith('text/html')) {
    const message = `${path.split('?')[0]}: ${status}, but not what Mattermost answers; is MATTERMOST_URL right?`;
    throw new RestError(message, { status, id: 'not_mattermost' });
  }
  return data;
}

function capitalised(name: string): string {
  return name.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}
