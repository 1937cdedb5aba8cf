import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import type { OutOf } from '../gob/gob-type.ts';
import type { Plugin } from '../hooks/plugin.ts';
import type { serveHttpArgs } from '../model/server.ts';
import { RpcClient } from '../net-rpc/rpc-client.ts';
import type { Logger } from '../process/logger.ts';
import { errorFields } from '../process/logger.ts';
import type { ByteStream } from '../yamux/byte-stream.ts';
import { Exchange } from './exchange.ts';
import { ExchangeSocket } from './exchange-socket.ts';
import { HijackedSocket } from './hijacked-socket.ts';
import { HostHeaders } from './host-headers.ts';
import type { ReceivedRequest } from './make-request.ts';
import { makeRequest } from './make-request.ts';
import { makeResponse } from './make-response.ts';
import { Places, type PlaceLimits } from './places.ts';
import { runInRequest } from './request-scope.ts';
import { ResponseWriter } from './response-writer.ts';

/** Mattermost then does not wait for a body that is still on its way. */
const AT_ONCE = { Connection: 'close', 'Retry-After': '1' };

export type ServeHttpArgs = OutOf<typeof serveHttpArgs>;

export interface ServeHttpDeps {
  readonly dial: (brokerId: number) => ByteStream;
  readonly plugin: Pick<Plugin, 'ServeHTTP' | 'onUpgrade'>;
  readonly log: Logger;
  /** Takes requests of the library itself out of the way. */
  readonly intercept?: (request: IncomingMessage) => boolean;
  /** Requests beyond them are answered with 503. */
  readonly limits: PlaceLimits;
  /** Limit of a single call on the response, other than waiting for the browser. */
  readonly callTimeoutMs: number;
}

/** Answers the hook ServeHTTP by handing each request to a `(request, response)` listener. */
export class HttpServing {
  readonly #deps: ServeHttpDeps;
  readonly #hostHeaders = new HostHeaders();
  readonly #places: Places;

  constructor(deps: ServeHttpDeps) {
    this.#deps = deps;
    this.#places = new Places(deps.limits);
  }

  /**
   * Resolves when the response is complete; only then may Mattermost be told so. Both streams are dialled at once.
   * @throws when Mattermost took nothing of it; told so, it answers 500 by itself
   */
  async serve(args: ServeHttpArgs): Promise<void> {
    const leave = this.#places.take(args.Request.Header['Mattermost-User-Id'] !== undefined);
    const { dial, callTimeoutMs: timeoutMs } = this.#deps;
    let onClosed: () => void = () => undefined;
    const rpc = new RpcClient(dial(args.ResponseWriterStream), { timeoutMs, onClosed: () => onClosed() });
    const body = args.RequestBodyStream === 0 ? undefined : dial(args.RequestBodyStream);
    try {
      await this.#answer(args, new ResponseWriter(rpc), body, leave !== undefined, (act) => (onClosed = act));
    } finally {
      leave?.();
      onClosed = () => undefined;
      rpc.close('the response is complete');
      body?.end();
    }
  }

  async #answer(
    args: ServeHttpArgs,
    writer: ResponseWriter,
    body: ByteStream | undefined,
    hasPlace: boolean,
    whenClosed: (act: () => void) => void,
  ): Promise<void> {
    const { Header, RemoteAddr } = args.Request;
    const fromOutside = RemoteAddr !== '';
    const exchange = new Exchange(writer, this.#hostHeaders, {
      fromOutside,
      hasOrigin: Header['Origin'] !== undefined,
      onlyLastWriteCounts: !fromOutside && Header['Mattermost-Plugin-Id'] === undefined,
    });
    const socket = new ExchangeSocket(RemoteAddr, (bytes) => exchange.write(bytes));
    const received = makeRequest(socket as unknown as Socket, args.Request, body);
    const { request } = received;
    if (this.#isUpgrade(request)) return this.#upgrade(request, writer, whenClosed);
    const response = makeResponse(request, socket as unknown as Socket, exchange);
    socket.on('error', () => socket.destroy());
    whenClosed(() => socket.destroy());
    const over = new Promise<boolean>((resolve) => {
      response.once('finish', () => resolve(true));
      response.once('close', () => resolve(false));
    });
    this.#handle(request, response, hasPlace);
    if (await over) await this.#complete(exchange, received, response, socket);
    else await this.#breakOff(writer, received);
    if (writer.isLost) throw new Error('Mattermost no longer waits for this response.');
  }

  #handle(request: IncomingMessage, response: ServerResponse, hasPlace: boolean): void {
    const { plugin, intercept } = this.#deps;
    const failed = (error: unknown) => this.#failed(request, response, error);
    runInRequest(failed, async () => {
      // First: whether we are alive is asked most urgently when there is much to do.
      if (intercept?.(request) === true) return void response.writeHead(204).end();
      if (!hasPlace) return this.#refuse(response, 503, 'Too many requests at once.', AT_ONCE);
      if (plugin.ServeHTTP === undefined) return this.#refuse(response, 404, 'Not found.');
      await plugin.ServeHTTP(request, response);
    });
  }

  #failed(request: IncomingMessage, response: ServerResponse, error: unknown): void {
    const path = request.url?.split('?')[0] ?? '';
    this.#deps.log.error('A request failed.', { method: request.method, path, ...errorFields(error) });
    if (response.headersSent) response.destroy();
    else this.#refuse(response, 500, 'Something went wrong in the plugin. The server log has the details.');
  }

  #refuse(response: ServerResponse, status: number, message: string, more: OutgoingHttpHeaders = {}): void {
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', ...more }).end(`${message}\n`);
  }

  async #complete(
    exchange: Exchange,
    received: ReceivedRequest,
    response: ServerResponse,
    socket: ExchangeSocket,
  ) {
    try {
      await exchange.finish();
    } catch {
      // The client went away before the last piece; nobody is left to tell.
    }
    received.release();
    response.detachSocket(socket as unknown as Socket);
    response.destroy();
  }

  /** The response ended early. Taking the connection over and closing it is the only way to show that to the client. */
  async #breakOff(writer: ResponseWriter, received: ReceivedRequest): Promise<void> {
    received.abort();
    if (writer.isLost) return;
    try {
      await writer.hijack();
      await writer.closeConnection();
    } catch {
      // HTTP/2, or the connection is gone already.
    }
  }

  #isUpgrade({ headers }: IncomingMessage): boolean {
    if (this.#deps.plugin.onUpgrade === undefined || headers.upgrade === undefined) return false;
    return headers.connection?.toLowerCase().includes('upgrade') ?? false;
  }

  async #upgrade(
    request: IncomingMessage,
    writer: ResponseWriter,
    whenClosed: (act: () => void) => void,
  ): Promise<void> {
    await writer.hijack();
    const socket = new HijackedSocket(writer);
    whenClosed(() => socket.destroy());
    const closed = new Promise<void>((resolve) => socket.once('close', resolve));
    socket.on('error', (error) => this.#deps.log.debug('An upgraded connection broke.', errorFields(error)));
    const failed = (error: unknown) => {
      this.#deps.log.error('An upgraded connection failed.', errorFields(error));
      socket.destroy();
    };
    runInRequest(failed, async () => {
      await this.#deps.plugin.onUpgrade?.(request, socket, Buffer.alloc(0));
    });
    await closed;
  }
}
