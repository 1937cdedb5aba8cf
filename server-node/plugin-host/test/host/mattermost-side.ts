import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import { lettered } from '../../src/api/method.ts';
import { serveBody } from '../../src/api/serve-body.ts';
import type { AnyGobType } from '../../src/gob/gob-type.ts';
import { bool, emptyStruct, list, raw, string, struct, uint } from '../../src/gob/gob-type.ts';
import { Broker } from '../../src/go-plugin/broker.ts';
import { HOOKS } from '../../src/hooks/hook-table.ts';
import { REGISTERED_TYPES } from '../../src/model/registered-types.ts';
import type { Context, HttpRequestFields } from '../../src/model/server.ts';
import { pluginHttpStreamArgs, pluginHttpStreamReturns, serveHttpArgs } from '../../src/model/server.ts';
import { RpcClient } from '../../src/net-rpc/rpc-client.ts';
import type { RpcMethod } from '../../src/net-rpc/rpc-server.ts';
import { RpcServer } from '../../src/net-rpc/rpc-server.ts';
import { YamuxSession } from '../../src/yamux/yamux-session.ts';
import type { ApiAnswers, ApiCall } from './api-server.ts';
import { serveApi } from './api-server.ts';
import { LocalExchange } from './local-exchange.ts';
import { WriterServer } from './writer-server.ts';

export type HookName = keyof typeof HOOKS;

const activateArgs = struct('Z_OnActivateArgs', { APIMuxId: uint, DriverMuxId: uint });

export interface MattermostOptions {
  readonly pluginId?: string;
  readonly answers?: ApiAnswers;
  /** What rate limits or CORS would put on every response. */
  readonly hostHeaders?: Record<string, string[]>;
}

/**
 * Mattermost's side of the plugin protocol as SPEC.md describes it, for tests: it opens the streams, calls the hooks
 * and answers the API. It knows nothing of processes: give it the two ends of a connection.
 */
export class MattermostSide {
  readonly pluginId: string;
  /** All API calls so far, in the order of their arrival. */
  readonly apiCalls: ApiCall[] = [];
  /** May be exchanged while running. */
  answers: ApiAnswers;
  readonly hostHeaders: Record<string, string[]>;
  implemented: readonly string[] = [];
  lastWriter: WriterServer | undefined;
  readonly #socket: Duplex;
  readonly #yamux: YamuxSession;
  readonly #broker: Broker;
  readonly #control: RpcClient;
  #hooks: RpcClient | undefined;

  constructor(socket: Duplex, options: MattermostOptions = {}) {
    this.pluginId = options.pluginId ?? 'test-plugin';
    this.answers = options.answers ?? {};
    this.hostHeaders = options.hostHeaders ?? {};
    this.#socket = socket;
    this.#yamux = new YamuxSession({
      side: 'client',
      send: (bytes) => void (socket.destroyed || socket.write(Buffer.concat(bytes))),
      onStream: (stream) => this.#broker.onStream(stream),
    });
    this.#broker = new Broker(() => this.#yamux.open());
    socket.on('data', (chunk: Buffer) => this.#yamux.receive(chunk));
    socket.on('error', () => undefined).on('close', () => this.#yamux.close());
    this.#control = new RpcClient(this.#yamux.open());
    for (const _output of ['stdout', 'stderr']) this.#yamux.open().listen({ data: () => undefined });
  }

  /** Everything from the connection to OnActivate's answer. @throws with the plugin's words when it refuses */
  async activate(): Promise<void> {
    const id = await this.#control.call('Dispenser.Dispense', string, 'hooks', uint);
    this.#hooks = new RpcClient(this.#broker.dial(id), { registered: REGISTERED_TYPES });
    this.implemented = await this.#hooks.call('Plugin.Implemented', emptyStruct, {}, list(string));
    const [api, driver] = [this.#broker.nextId(), this.#broker.nextId()];
    void this.#broker.accept(api).then(
      (stream) => this.#serveApi(stream),
      () => undefined,
    );
    void this.#broker.accept(driver).then(
      (stream) => stream.listen({ data: () => undefined }),
      () => undefined,
    );
    const reply = await this.#hooks.call(
      'Plugin.OnActivate',
      activateArgs,
      { APIMuxId: api, DriverMuxId: driver },
      raw,
    );
    const refused = (reply as { A?: { Err?: string } }).A?.Err;
    if (refused !== undefined) throw new Error(refused);
  }

  /** Calls a hook that the plugin implements. @returns the reply's fields A, B… as far as they were sent */
  async hook(name: HookName, ...args: readonly unknown[]): Promise<Record<string, unknown>> {
    const { argsType } = HOOKS[name];
    const reply = await this.#hooksClient().call(
      `Plugin.${name}`,
      argsType as AnyGobType,
      lettered(args),
      raw,
    );
    return reply as Record<string, unknown>;
  }

  async ping(): Promise<void> {
    await this.#control.call('Control.Ping', bool, true, emptyStruct);
  }

  /** As when an administrator disables the plugin. */
  async deactivate(): Promise<void> {
    if (this.implemented.includes('OnDeactivate')) await this.hook('OnDeactivate');
    await this.#control.call('Control.Quit', bool, true, emptyStruct);
    this.close();
  }

  /** Mattermost is gone. */
  close(): void {
    this.#socket.destroy();
    this.#yamux.close();
  }

  /**
   * Hands a request of a real HTTP server to the plugin, as Mattermost's router does.
   * @param path below `/plugins/<id>`, with the query
   * @param userId of the session, empty when there is none
   */
  async serveHttp(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    userId: string,
  ): Promise<void> {
    const writer = new WriterServer(request, response, this.hostHeaders);
    this.lastWriter = writer;
    const fields = requestFields(request, path, userId);
    const failed = await this.#exchange(fields, (name) => writer.method(name), request, userId).then(
      () => false,
      () => true,
    );
    writer.finish(failed);
  }

  /** A request from within Mattermost: a button, a dialog, an autocompletion. Only the last write counts. */
  async internalRequest(
    fields: Partial<HttpRequestFields>,
    body: Uint8Array,
    userId: string,
  ): Promise<LocalExchange> {
    const local = new LocalExchange();
    const Header = { ...fields.Header, ...(userId === '' ? {} : { 'Mattermost-User-Id': [userId] }) };
    await this.#exchange(
      { Method: 'POST', URL: '/', ...fields, Header },
      (name) => local.method(name),
      body,
      userId,
    );
    return local;
  }

  async #exchange(
    fields: Partial<HttpRequestFields>,
    method: (name: string) => RpcMethod | undefined,
    body: Uint8Array | AsyncIterable<Uint8Array>,
    userId: string,
  ): Promise<void> {
    const [writerId, bodyId] = [this.#broker.nextId(), this.#broker.nextId()];
    void this.#broker.accept(writerId).then(
      (stream) => new RpcServer(stream, { method }),
      () => undefined,
    );
    void this.#broker.accept(bodyId).then(
      (stream) => serveBody(stream, body),
      () => undefined,
    );
    const context: Partial<Context> = { RequestId: 'request', SessionId: userId === '' ? '' : 'session' };
    const args = {
      ResponseWriterStream: writerId,
      Request: fields,
      Context: context,
      RequestBodyStream: bodyId,
    };
    await this.#hooksClient().call('Plugin.ServeHTTP', serveHttpArgs, args, raw);
  }

  #hooksClient(): RpcClient {
    if (this.#hooks === undefined) throw new Error('Call activate() first.');
    return this.#hooks;
  }

  #serveApi(stream: Parameters<typeof serveApi>[0]): void {
    serveApi(stream, {
      answers: () => this.answers,
      calls: this.apiCalls,
      extra: (name) => this.#extra(name),
    });
  }

  #extra(name: string): RpcMethod | undefined {
    if (name !== 'PluginHTTPStream') return undefined;
    return {
      args: pluginHttpStreamArgs,
      reply: pluginHttpStreamReturns,
      call: (args) => this.#pluginHttp(args),
    };
  }

  /** Only requests to the plugin itself: there is no other. */
  async #pluginHttp(args: {
    ResponseBodyStream: number;
    Request: HttpRequestFields;
    RequestBodyStream: number;
  }) {
    const stream = this.#broker.dial(args.ResponseBodyStream);
    const local = new LocalExchange();
    const URL = args.Request.URL.slice(this.pluginId.length + 1);
    const Header = { ...args.Request.Header, 'Mattermost-Plugin-Id': [this.pluginId] };
    await this.#exchange(
      { ...args.Request, URL, Header },
      (called) => local.method(called),
      new Uint8Array(0),
      '',
    );
    stream.write(local.allWritten);
    stream.end();
    return { StatusCode: local.status, Header: local.headers };
  }
}

function requestFields(request: IncomingMessage, path: string, userId: string): Partial<HttpRequestFields> {
  const header: Record<string, string[]> = {};
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    const name = canonical(request.rawHeaders[at] as string);
    if (name !== 'Host' && name !== 'Transfer-Encoding')
      (header[name] ??= []).push(request.rawHeaders[at + 1] as string);
  }
  delete header['Mattermost-User-Id'];
  if (userId !== '') header['Mattermost-User-Id'] = [userId];
  return {
    Method: request.method ?? 'GET',
    URL: path,
    Proto: 'HTTP/1.1',
    ProtoMajor: 1,
    ProtoMinor: 1,
    Header: header,
    Host: request.headers.host ?? '',
    RemoteAddr: `${request.socket.remoteAddress}:${request.socket.remotePort}`,
    RequestURI: request.url ?? '',
  };
}

/** Go's canonical spelling: each word with a capital. */
const canonical = (name: string): string =>
  name.toLowerCase().replace(/(^|-)([a-z])/g, (found) => found.toUpperCase());
