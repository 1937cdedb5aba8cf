import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { gunzipSync } from 'node:zlib';

const MAX_ANSWER_BYTES = 1024 * 1024;
const MAX_REDIRECTS = 10;

export interface IntegrationRequest {
  method: 'GET' | 'POST';
  url: URL;
  headers: Record<string, string>;
  body: string;
  timeoutMs: number;
}

export interface IntegrationAnswer {
  status: number;
  statusText: string;
  contentType: string;
  body: string;
}

/** One try, as Mattermost's integration client makes it: its headers, its time limit, redirects followed. */
export async function sendRequest(wanted: IntegrationRequest): Promise<IntegrationAnswer> {
  const signal = AbortSignal.timeout(wanted.timeoutMs);
  let next = wanted;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const { res, body } = await exchange(next, signal);
    const followed = redirected(next, res);
    if (followed === undefined) {
      return {
        status: res.statusCode ?? 0,
        statusText: res.statusMessage ?? '',
        contentType: res.headers['content-type'] ?? '',
        body,
      };
    }
    next = followed;
  }
  throw new Error(`${wanted.url.href} was redirected more than ${MAX_REDIRECTS} times.`);
}

/** 307 and 308 repeat the request; the others turn it into a GET without a body. */
function redirected(sent: IntegrationRequest, res: IncomingMessage): IntegrationRequest | undefined {
  const location = res.headers.location;
  const status = res.statusCode ?? 0;
  if (location === undefined || ![301, 302, 303, 307, 308].includes(status)) return undefined;
  const url = new URL(location, sent.url);
  if (status >= 307) return { ...sent, url };
  const { 'Content-Type': _type, ...headers } = sent.headers;
  return { ...sent, url, method: 'GET', body: '', headers };
}

function exchange(
  wanted: IntegrationRequest,
  signal: AbortSignal,
): Promise<{ res: IncomingMessage; body: string }> {
  const bytes = Buffer.from(wanted.body);
  const options: RequestOptions = {
    method: wanted.method,
    signal,
    headers: {
      'User-Agent': 'Mattermost-Bot/1.1',
      ...(wanted.method === 'POST' ? { 'Content-Length': bytes.length } : {}),
      ...wanted.headers,
      'Accept-Encoding': 'gzip',
    },
  };
  const request = wanted.url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const req = request(wanted.url, options, (res) => {
      readBody(res).then((body) => resolve({ res, body }), reject);
    });
    req.on('error', reject).end(bytes);
  });
}

async function readBody(res: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of res as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_ANSWER_BYTES) chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return (res.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes).toString('utf8');
}
