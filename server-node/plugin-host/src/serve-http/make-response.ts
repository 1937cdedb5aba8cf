import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import type { HeaderMap } from './header-names.ts';
import { nameForGo } from './header-names.ts';

/** What a response tells its exchange. */
export interface ResponseSink {
  setHead(status: number, headers: HeaderMap): void;
  streamFromNow(): void;
  announceEnd(): void;
}

/** The part of node:http's OutgoingMessage that is not in its types. Old and stable; our tests would notice. */
interface Internals {
  _headerSent: boolean;
  _hasBody: boolean;
  _contentLength: number | null;
  chunkedEncoding: boolean;
  getRawHeaderNames(): string[];
  _storeHeader(firstLine: string, headers: PassedHeaders): void;
  _send(data: string | Uint8Array, encoding?: BufferEncoding, callback?: () => void): boolean;
  _flush(): void;
  _writeRaw(data: string | Uint8Array, encoding?: BufferEncoding, callback?: () => void): boolean;
}

type PassedHeaders = OutgoingHttpHeaders | unknown[] | undefined;
type AnyCallback = (() => void) | undefined;

const base = ServerResponse.prototype as unknown as Internals;
/** Present and empty: Go sends no such header then, and does not guess one from the body. */
const NOT_GUESSED: string[] = [];
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding']);

/**
 * A real `ServerResponse` whose head goes to `sink` as a map rather than as text, and whose body goes to the socket
 * without chunk marks: Go frames the response anew. All changes sit on the object itself, because Express exchanges
 * the prototypes of requests and responses.
 */
export function makeResponse(request: IncomingMessage, socket: Socket, sink: ResponseSink): ServerResponse {
  const response = new ServerResponse(request);
  response.sendDate = false;
  handHeadOver(response, sink);
  sendBodyBare(response);
  listenToHandler(response, sink);
  leaveInterimAnswersToGo(response);
  response.assignSocket(socket);
  passDrainOn(response, socket);
  return response;
}

/** node:http calls `_storeHeader` once, when status and headers are settled. */
function handHeadOver(response: ServerResponse, sink: ResponseSink): void {
  const internals = response as unknown as Internals;
  const storeHeader: Internals['_storeHeader'] = (firstLine, headers) => {
    base._storeHeader.call(response, firstLine, headers);
    internals.chunkedEncoding = false;
    sink.setHead(response.statusCode, headForGo(response, headers));
  };
  internals._storeHeader = storeHeader;
}

/** `_send` would put the head's text in front of the first piece of the body. */
function sendBodyBare(response: ServerResponse): void {
  const internals = response as unknown as Internals;
  const send: Internals['_send'] = (data, encoding, callback) => {
    internals._headerSent = true;
    return base._writeRaw.call(response, data, encoding, callback);
  };
  internals._send = send;
}

/** `flush` is what SSE libraries and `compression` look for. */
function listenToHandler(response: ServerResponse, sink: ResponseSink): void {
  const { end, flushHeaders } = response;
  const flush = () => {
    sink.streamFromNow();
    flushHeaders.call(response);
  };
  const announcedEnd = (...args: unknown[]) => {
    sink.announceEnd();
    return end.apply(response, args as Parameters<typeof end>);
  };
  Object.assign(response, { flush, flushHeaders: flush, end: announcedEnd });
}

/** What node:http's server does for its sockets. */
function passDrainOn(response: ServerResponse, socket: Socket): void {
  socket.on('drain', () => {
    if (response.writableNeedDrain) base._flush.call(response);
  });
}

/** Go sends "100 Continue" by itself as soon as the body is read; other interim answers it cannot be asked for. */
function leaveInterimAnswersToGo(response: ServerResponse): void {
  const done = (callback: AnyCallback) => {
    if (callback !== undefined) process.nextTick(callback);
  };
  response.writeContinue = done;
  response.writeProcessing = done;
  const writeEarlyHints = (_hints: unknown, callback?: () => void) => done(callback);
  response.writeEarlyHints = writeEarlyHints;
}

function headForGo(response: ServerResponse, passed: PassedHeaders): HeaderMap {
  const head: HeaderMap = {};
  for (const [name, value] of namedHeaders(response, passed)) {
    if (HOP_BY_HOP.has(name.toLowerCase()) && !endsConnection(name, value)) continue;
    (head[nameForGo(name)] ??= []).push(...(Array.isArray(value) ? value : [value]).map(String));
  }
  const { _contentLength: length, _hasBody: hasBody } = response as unknown as Internals;
  if (hasBody && length !== null) head['Content-Length'] ??= [String(length)];
  if (hasBody) head['Content-Type'] ??= NOT_GUESSED;
  return head;
}

/** Go acts on it: it then answers without waiting for the rest of a request's body. */
const endsConnection = (name: string, value: unknown): boolean =>
  name.toLowerCase() === 'connection' && value === 'close';

/** Headers given only to `writeHead` are not remembered by node:http; all others are, with their spelling. */
function namedHeaders(response: ServerResponse, passed: PassedHeaders): [string, unknown][] {
  const remembered = base.getRawHeaderNames.call(response);
  if (remembered.length > 0) return remembered.map((name) => [name, response.getHeader(name)]);
  if (!Array.isArray(passed)) return Object.entries(passed ?? {}).filter(([, value]) => value !== undefined);
  if (Array.isArray(passed[0])) return passed as [string, unknown][];
  const pairs: [string, unknown][] = [];
  for (let at = 0; at < passed.length; at += 2) pairs.push([String(passed[at]), passed[at + 1]]);
  return pairs;
}
