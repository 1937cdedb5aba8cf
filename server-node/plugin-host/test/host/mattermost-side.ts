import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import type { PluginApi } from '../../src/api/plugin-api.ts';
import { lettered } from '../../src/api/method.ts';
import type { AnyGobType } from '../../src/gob/gob-type.ts';
import { bool, emptyStruct, list, raw, string, struct, uint } from '../../src/gob/gob-type.ts';
import { Broker } from '../../src/go-plugin/broker.ts';
import { HOOKS } from '../../src/hooks/hook-table.ts';
import { REGISTERED_TYPES } from '../../src/model/registered-types.ts';
import type { FileInfoInput } from '../../src/model/file.ts';
import type { HttpRequestFields } from '../../src/model/server.ts';
import { RpcClient } from '../../src/net-rpc/rpc-client.ts';
import type { RpcMethod } from '../../src/net-rpc/rpc-server.ts';
import type { ByteStream } from '../../src/yamux/byte-stream.ts';
import { YamuxSession } from '../../src/yamux/yamux-session.ts';
import type { ApiAnswers, ApiCall } from './api-server.ts';
import { serveApi } from './api-server.ts';
import type { Wire } from './exchange.ts';
import { contextOf, exchange } from './exchange.ts';
import type { UploadOutcome } from './file-upload.ts';
import { uploadFile } from './file-upload.ts';
import { interPluginHttp } from './inter-plugin-http.ts';
import { LocalExchange } from './local-exchange.ts';
import { requestFields } from './request-fields.ts';
import { hasRaw, typeOfValue } from './struct-of.ts';
import { WriterServer } from './writer-server.ts';

export type HookName = keyof typeof HOOKS;

const activateArgs = struct('Z_OnActivateArgs', { APIMuxId: uint, DriverMuxId: uint });

export interface MattermostOptions {
  readonly pluginId?: string;
  readonly answers?: ApiAnswers;
  /** What rate limits or CORS would put on every response. */
  readonly hostHeaders?: Record<string, string[]>;
  /** False plays a server before 11.2, without streams in `PluginHTTP`. */
  readonly knowsStreams?: boolean;
  /** API methods that the played server is too old for. */
  readonly lacks?: readonly (keyof PluginApi)[];
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
  readonly #pluginHttp: ReturnType<typeof interPluginHttp>;
  readonly #knowsStreams: boolean;
  readonly #lacks: ReadonlySet<string>;
  #hooks: RpcClient | undefined;
  #api: ByteStream | undefined;

  constructor(socket: Duplex, options: MattermostOptions = {}) {
    this.pluginId = options.pluginId ?? 'test-plugin';
    this.answers = options.answers ?? {};
    this.hostHeaders = options.hostHeaders ?? {};
    this.#knowsStreams = options.knowsStreams ?? true;
    this.#lacks = new Set(options.lacks);
    this.#pluginHttp = interPluginHttp(this.pluginId, () => this.#wire());
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
    const argsType: AnyGobType = HOOKS[name].argsType;
    const values = lettered(args);
    const type = hasRaw(argsType) ? typeOfValue(values) : argsType;
    return (await this.#hooksClient().call(`Plugin.${name}`, type, values, raw)) as Record<string, unknown>;
  }

  async ping(): Promise<void> {
    await this.#control.call('Control.Ping', bool, true, emptyStruct);
  }

  /** As when Mattermost could not write an answer of its own. */
  endApi(): void {
    this.#api?.end();
  }

  /** As when an administrator disables the plugin. */
  async deactivate(): Promise<void> {
    if (this.implemented.includes('OnDeactivate')) await this.hook('OnDeactivate');
    await this.quit();
  }

  /** The last word, whatever is still under way. */
  async quit(): Promise<void> {
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
    const handed = { fields, body: request, context: contextOf(userId) };
    const failed = await exchange(this.#wire(), handed, (name) => writer.method(name)).then(
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
    const request = {
      fields: { Method: 'POST', URL: '/', ...fields, Header },
      body,
      context: contextOf(userId),
    };
    await exchange(this.#wire(), request, (name) => local.method(name));
    return local;
  }

  /** A request to the plugin's metrics. */
  async metrics(path: string): Promise<LocalExchange> {
    const local = new LocalExchange();
    const fields = { Method: 'GET', URL: path, RemoteAddr: '127.0.0.1:9' };
    const request = { fields, body: new Uint8Array(0), context: {} };
    await exchange(this.#wire(), request, (name) => local.method(name), 'ServeMetrics');
    return local;
  }

  /** Somebody uploads a file: {@link UploadOutcome} tells what becomes of it. */
  uploadFile(info: FileInfoInput, content: Buffer): Promise<UploadOutcome> {
    return uploadFile(this.#wire(), info, content);
  }

  #wire(): Wire {
    return { broker: this.#broker, hooks: this.#hooksClient() };
  }

  #hooksClient(): RpcClient {
    if (this.#hooks === undefined) throw new Error('Call activate() first.');
    return this.#hooks;
  }

  #serveApi(stream: ByteStream): void {
    this.#api = stream;
    serveApi(stream, {
      answers: () => this.answers,
      calls: this.apiCalls,
      lacks: this.#lacks,
      extra: (name) => this.#extra(name),
    });
  }

  #extra(name: string): RpcMethod | undefined {
    if (name === 'PluginHTTPStream') return this.#knowsStreams ? this.#pluginHttp.streamed : undefined;
    return name === 'PluginHTTP' ? this.#pluginHttp.buffered : undefined;
  }
}
