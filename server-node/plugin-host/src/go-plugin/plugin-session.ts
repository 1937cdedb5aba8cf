import type { IncomingMessage } from 'node:http';

import type { PluginApi } from '../api/plugin-api.ts';
import { pluginApi } from '../api/plugin-api.ts';
import type { PluginHttp } from '../api/plugin-http.ts';
import { pluginHttp } from '../api/plugin-http.ts';
import type { ApiStreams } from '../hooks/plugin-hooks.ts';
import { PluginHooks } from '../hooks/plugin-hooks.ts';
import type { Plugin } from '../hooks/plugin.ts';
import { REGISTERED_TYPES } from '../model/registered-types.ts';
import { RpcClient } from '../net-rpc/rpc-client.ts';
import { RpcError } from '../net-rpc/rpc-error.ts';
import { RpcServer } from '../net-rpc/rpc-server.ts';
import type { Logger } from '../process/logger.ts';
import { errorFields } from '../process/logger.ts';
import type { ByteStream } from '../yamux/byte-stream.ts';
import { YamuxSession } from '../yamux/yamux-session.ts';
import type { YamuxStream } from '../yamux/yamux-stream.ts';
import { Broker } from './broker.ts';
import { controlMethods } from './control-methods.ts';
import type { SessionLimits } from './session-limits.ts';
import { DEFAULT_LIMITS } from './session-limits.ts';

export interface SessionDeps {
  readonly send: (bytes: Buffer[]) => void;
  /** The plugin may still be loading while Mattermost connects; it is awaited before the first hook. */
  readonly plugin: (session: PluginSession) => Promise<Plugin>;
  readonly log: Logger;
  readonly limits?: Partial<SessionLimits>;
  readonly onQuit?: () => void;
  readonly onClosed?: (error?: Error) => void;
  /** Something reached us on the hooks stream: it is alive. */
  readonly onHook?: () => void;
  /** The hooks can never be answered again. */
  readonly onHooksLost?: (error: Error) => void;
  /** The API can never be called again: Mattermost ends its stream when it cannot write one of its own answers. */
  readonly onApiLost?: (error: Error) => void;
  readonly intercept?: (request: IncomingMessage) => boolean;
}

const UNBROKERED_STREAMS = 5;

/** The plugin's side of one connection: control, hooks, API and HTTP over one yamux session. */
export class PluginSession {
  readonly api: PluginApi;
  readonly http: PluginHttp;
  readonly broker: Broker;
  readonly #deps: SessionDeps;
  readonly #limits: SessionLimits;
  readonly #yamux: YamuxSession;
  #apiClient: RpcClient | undefined;
  pings = 0;

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#limits = { ...DEFAULT_LIMITS, ...deps.limits };
    this.#yamux = new YamuxSession({
      side: 'server',
      send: deps.send,
      onStream: (stream) => this.#onStream(stream),
      onClosed: (error) => this.#onClosed(error),
    });
    this.broker = new Broker(() => this.#yamux.open());
    this.api = pluginApi(() => this.#client());
    this.http = pluginHttp(() => this.#client(), this.broker);
  }

  get isActive(): boolean {
    return this.#apiClient !== undefined;
  }

  /** API calls that wait for an answer. */
  get apiCallsUnderWay(): number {
    return this.#apiClient?.callsUnderWay ?? 0;
  }

  receive(chunk: Buffer): void {
    this.#yamux.receive(chunk);
  }

  close(error?: Error): void {
    this.#yamux.close(error);
  }

  #client(): RpcClient {
    if (this.#apiClient !== undefined) return this.#apiClient;
    throw new RpcError('closed', 'API', 'The API is there from OnActivate on; nothing can be called before.');
  }

  #onStream(stream: YamuxStream): void {
    if (stream.id === 1) this.#serveControl(stream);
    else if (stream.id > UNBROKERED_STREAMS) this.broker.onStream(stream);
    else stream.listen({ data: (chunk) => stream.consumed(chunk.length), ended: () => stream.end() });
  }

  #onClosed(error?: Error): void {
    this.broker.close();
    this.#deps.onClosed?.(error);
  }

  #serveControl(stream: YamuxStream): void {
    const methods = controlMethods({
      dispense: () => this.#dispense(),
      onPing: () => this.pings++,
      onQuit: () => this.#deps.onQuit?.(),
    });
    new RpcServer(stream, { method: (name) => methods.get(name), onFault: this.#fault });
  }

  #dispense(): number {
    const id = this.broker.nextId();
    const { log, intercept } = this.#deps;
    const hooks = new PluginHooks({
      plugin: this.#deps.plugin(this),
      log,
      limits: this.#limits,
      dial: (brokerId) => this.broker.dial(brokerId),
      openApi: (streams) => this.#openApi(streams),
      ...(intercept === undefined ? {} : { intercept }),
    });
    this.broker.accept(id).then(
      (stream) => this.#serveHooks(stream, hooks),
      (error: Error) => this.#deps.onHooksLost?.(error),
    );
    return id;
  }

  #serveHooks(stream: ByteStream, hooks: PluginHooks): void {
    new RpcServer(stream, {
      registered: REGISTERED_TYPES,
      method: (name) => (this.#deps.onHook?.(), hooks.method(name)),
      onFault: this.#fault,
      onClosed: () => this.#deps.onHooksLost?.(new Error('Mattermost has ended the hooks stream.')),
    });
  }

  /** Both streams are dialled at once: Mattermost waits five seconds for them. The second, for SQL, stays idle. */
  #openApi({ APIMuxId, DriverMuxId }: ApiStreams): void {
    const onClosed = () => this.#deps.onApiLost?.(new Error('Mattermost has ended the API stream.'));
    const options = { registered: REGISTERED_TYPES, timeoutMs: this.#limits.apiTimeoutMs, onClosed };
    this.#apiClient = new RpcClient(this.broker.dial(APIMuxId), options);
    this.broker.dial(DriverMuxId).listen({ data: () => undefined });
  }

  readonly #fault = (error: Error, method: string): void => {
    this.#deps.log.error('The plugin protocol was broken.', { method, ...errorFields(error) });
  };
}
