import http from 'node:http';
import https from 'node:https';

import { NoAnswerError } from './no-answer-error.ts';

export interface DirectRequest {
  method: string;
  url: URL;
  headers: Readonly<Record<string, string>>;
  body?: string | Uint8Array | undefined;
  /** From the first byte sent to the last one received. */
  timeoutMs: number;
}

export interface DirectAnswer {
  status: number;
  /** Lower-case names; a header that came twice has two values. */
  headers: Readonly<Record<string, readonly string[]>>;
  body: Buffer;
}

export interface DirectTransport {
  /** @throws {NoAnswerError} whatever kept the whole answer from arriving */
  send(request: DirectRequest): Promise<DirectAnswer>;
  close(): void;
}

const MAX_ANSWER_BYTES = 16 * 1024 * 1024;
/** Shorter than any server's or proxy's own limit, so that a call seldom meets a connection closed meanwhile. */
const IDLE_CONNECTION_MS = 4_000;

/**
 * HTTP without what a browser adds: no proxy from the environment (agents of our own have none, even with
 * NODE_USE_ENV_PROXY, which changes `fetch` and the global agents), no cookies, no redirects followed.
 */
export function directTransport(maxAnswerBytes = MAX_ANSWER_BYTES): DirectTransport {
  const plain = new http.Agent({ keepAlive: true, timeout: IDLE_CONNECTION_MS });
  const secure = new https.Agent({ keepAlive: true, timeout: IDLE_CONNECTION_MS });
  return {
    send: (request) =>
      request.url.protocol === 'https:'
        ? exchange(https.request(request.url, requestOptions(request, secure)), request, maxAnswerBytes)
        : exchange(http.request(request.url, requestOptions(request, plain)), request, maxAnswerBytes),
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}

function requestOptions(request: DirectRequest, agent: http.Agent): https.RequestOptions {
  const length =
    request.body === undefined ? {} : { 'Content-Length': String(Buffer.byteLength(request.body)) };
  return {
    method: request.method,
    headers: { ...request.headers, ...length },
    agent,
    signal: AbortSignal.timeout(request.timeoutMs),
  };
}

async function exchange(
  outgoing: http.ClientRequest,
  { body }: DirectRequest,
  maxAnswerBytes: number,
): Promise<DirectAnswer> {
  const connection = watchConnection(outgoing);
  try {
    const incoming = await new Promise<http.IncomingMessage>((resolve, reject) => {
      outgoing.once('response', resolve).once('error', reject).end(body);
    });
    const answer = await readAnswer(incoming, maxAnswerBytes);
    return { status: incoming.statusCode ?? 0, headers: distinct(incoming), body: answer };
  } catch (error) {
    outgoing.destroy();
    throw new NoAnswerError(error, connection.wasOpen());
  }
}

async function readAnswer(incoming: http.IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      throw new Error(`the answer is longer than ${maxBytes} bytes`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Whether the other side may have read the request: only then can it have acted on it. */
function watchConnection(outgoing: http.ClientRequest): { wasOpen(): boolean } {
  let open = false;
  outgoing.once('socket', (socket) => {
    open = !socket.connecting;
    if (open) return;
    socket.once('encrypted' in socket ? 'secureConnect' : 'connect', () => (open = true));
  });
  return { wasOpen: () => open };
}

function distinct(incoming: http.IncomingMessage): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(incoming.headersDistinct).map(([name, values]) => [name, values ?? []]),
  );
}
