import { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

import type { HttpRequestFields } from '../model/server.ts';
import type { ByteStream } from '../yamux/byte-stream.ts';
import { BodySource } from './body-source.ts';

const WITHOUT_BODY = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT']);

interface Internals {
  _addHeaderLines(headers: string[], count: number): void;
}

export interface ReceivedRequest {
  readonly request: IncomingMessage;
  /**
   * The response is complete. A body that nobody touched ends quietly; somebody still reading is told that it broke
   * off, as Mattermost lets go of it now.
   */
  release(): void;
  /** The client went away, or the connection to Mattermost did. */
  abort(): void;
}

/**
 * A real `IncomingMessage` whose body is fetched from Mattermost only when somebody reads it. Nothing depends on its
 * prototype: Express exchanges it.
 */
export function makeRequest(
  socket: Socket,
  fields: HttpRequestFields,
  stream: ByteStream | undefined,
): ReceivedRequest {
  const request = new IncomingMessage(socket);
  request.method = fields.Method;
  request.url = urlOf(fields.URL);
  setVersion(request, fields);
  const lines = headerLines(fields, stream !== undefined);
  (request as unknown as Internals)._addHeaderLines(lines, lines.length);
  const body = stream === undefined ? undefined : new RequestBody(request, stream);
  // Not written into the assignment: V8 takes a function made there for long-lived, with all that it leads to.
  const read = () => (body === undefined ? complete(request) : body.pull());
  request._read = read;
  return { request, release: () => release(request, body), abort: () => abort(request, body) };
}

/** Feeds the request with what comes. An upload that ends before its announced length has broken off. */
class RequestBody {
  readonly #request: IncomingMessage;
  readonly #source: BodySource;
  readonly #announcedBytes: number;
  #receivedBytes = 0;

  constructor(request: IncomingMessage, stream: ByteStream) {
    this.#request = request;
    const length = Number(request.headers['content-length']);
    this.#announcedBytes = Number.isSafeInteger(length) ? length : 0;
    this.#source = new BodySource(stream, {
      data: (chunk) => this.#onData(chunk),
      ended: () => this.#onEnd(),
    });
  }

  pull(): void {
    this.#source.pull();
  }

  close(): void {
    this.#source.close();
  }

  #onData(chunk: Buffer): void {
    this.#receivedBytes += chunk.length;
    if (!this.#request.destroyed && this.#request.push(chunk)) this.#source.pull();
  }

  #onEnd(): void {
    if (this.#receivedBytes >= this.#announcedBytes) complete(this.#request);
    else this.#request.destroy(brokenOff());
  }
}

function complete(request: IncomingMessage): void {
  if (request.destroyed || request.complete) return;
  request.complete = true;
  request.push(null);
}

function release(request: IncomingMessage, body: RequestBody | undefined): void {
  body?.close();
  if (request.readableEnded || request.destroyed) return;
  const untouched = request.readableFlowing === null && request.listenerCount('readable') === 0;
  if (!untouched && !request.complete) return void request.destroy(brokenOff());
  complete(request);
  request.resume();
}

function abort(request: IncomingMessage, body: RequestBody | undefined): void {
  body?.close();
  if (!request.destroyed) request.destroy(brokenOff());
}

function setVersion(request: IncomingMessage, { ProtoMajor, ProtoMinor }: HttpRequestFields): void {
  request.httpVersionMajor = ProtoMajor || 1;
  request.httpVersionMinor = ProtoMajor === 0 ? 1 : ProtoMinor;
  request.httpVersion = `${request.httpVersionMajor}.${request.httpVersionMinor}`;
}

function brokenOff(): Error {
  return Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
}

/** The path below the plugin; the bare address of the plugin has none. */
function urlOf(text: string): string {
  return text === '' || text.startsWith('?') ? `/${text}` : text;
}

/** Names and order as Mattermost sent them; Go keeps Host apart and forgets that a body came in chunks. */
function headerLines({ Header, Host, Method }: HttpRequestFields, hasBody: boolean): string[] {
  const lines = Object.entries(Header).flatMap(([name, values]) => values.flatMap((value) => [name, value]));
  const names = new Set(Object.keys(Header).map((name) => name.toLowerCase()));
  if (Host !== '' && !names.has('host')) lines.push('Host', Host);
  const lengthUnknown = hasBody && !WITHOUT_BODY.has(Method) && !names.has('content-length');
  if (lengthUnknown && !names.has('transfer-encoding')) lines.push('Transfer-Encoding', 'chunked');
  return lines;
}
