import type { IncomingMessage } from 'node:http';

import type { PluginApi } from '../api/plugin-api.ts';
import { pluginApi } from '../api/plugin-api.ts';
import type { PluginHttp } from '../api/plugin-http.ts';
import { pluginHttp } from '../api/plugin-http.ts';
import { emptyStruct, list, string, struct, uint } from '../gob/gob-type.ts';
import type { HookName } from '../hooks/hook-server.ts';
import { callHook, hookMethod, hookNames } from '../hooks/hook-server.ts';
import { HOOKS } from '../hooks/hook-table.ts';
import type { Plugin } from '../hooks/plugin.ts';
import { REGISTERED_TYPES } from '../model/registered-types.ts';
import { serveHttpArgs } from '../model/server.ts';
import { RpcClient } from '../net-rpc/rpc-client.ts';
import type { RpcMethod } from '../net-rpc/rpc-server.ts';
import { RpcServer } from '../net-rpc/rpc-server.ts';
import { RpcError } from '../net-rpc/rpc-error.ts';
import type { Logger } from '../process/logger.ts';
import { errorFields } from '../process/logger.ts';
import type { ServeHttpArgs } from '../serve-http/serve-http.ts';
import { HttpServing } from '../serve-http/serve-http.ts';
import { YamuxSession } from '../yamux/yamux-session.ts';
import type { YamuxStream } from '../yamux/yamux-stream.ts';
import { Broker } from './broker.ts';
import { controlMethods } from './control-methods.ts';

export interface SessionLimits {
  /** Limit of every API call. */
  readonly apiTimeoutMs: number;
  readonly hookTimeoutMs: number;
  readonly maxRequests: number;
}

export const DEFAULT_LIMITS: SessionLimits = {
  apiTimeoutMs: 30_000,
  hookTimeoutMs: 30_000,
  maxRequests: 1_000,
};

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
  readonly intercept?: (request: IncomingMessage) => boolean;
}

const activateArgs = struct('Args', { APIMuxId: uint, DriverMuxId: uint });
const UNBROKERED_STREAMS = 5;

/** The plugin's side of one connection: control, hooks, API and HTTP over one yamux session. */
export class PluginSession {
  readonly api: PluginApi;
  readonly http: PluginHttp;
  readonly broker: Broker;
  readonly #deps: SessionDeps;
  readonly #limits: SessionLimits;
  readonly #yamux: YamuxSession;
  #plugin: Plugin = {};
  #http: HttpServing | undefined;
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
    const plugin = this.#deps.plugin(this).then((loaded) => this.#use(loaded));
    plugin.catch(() => undefined);
    const methods = this.#hookMethods(plugin);
    this.broker.accept(id).then(
      (stream) => this.#serveHooks(stream, methods),
      (error: Error) => this.#deps.onHooksLost?.(error),
    );
    return id;
  }

  #serveHooks(
    stream: ConstructorParameters<typeof RpcServer>[0],
    methods: (name: string) => RpcMethod | undefined,
  ) {
    new RpcServer(stream, {
      registered: REGISTERED_TYPES,
      method: (name) => (this.#deps.onHook?.(), methods(name)),
      onFault: this.#fault,
      onClosed: () => this.#deps.onHooksLost?.(new Error('Mattermost has ended the hooks stream.')),
    });
  }

  #use(plugin: Plugin): Plugin {
    this.#plugin = plugin;
    const { intercept, log } = this.#deps;
    this.#http = new HttpServing({
      dial: (id) => this.broker.dial(id),
      plugin,
      log,
      maxRequests: this.#limits.maxRequests,
      callTimeoutMs: this.#limits.apiTimeoutMs,
      ...(intercept === undefined ? {} : { intercept }),
    });
    return plugin;
  }

  #hookMethods(loading: Promise<Plugin>): (name: string) => RpcMethod | undefined {
    const own = new Map<string, RpcMethod>([
      [
        'Plugin.Implemented',
        { args: emptyStruct, reply: list(string), call: async () => implemented(await loading) },
      ],
      [
        'Plugin.OnActivate',
        { args: activateArgs, reply: HOOKS.OnActivate.answer.type, call: (args) => this.#activate(args) },
      ],
      ['Plugin.ServeHTTP', { args: serveHttpArgs, reply: emptyStruct, call: (args) => this.#serve(args) }],
    ]);
    return (name) => own.get(name) ?? this.#hookMethod(name);
  }

  #hookMethod(method: string): RpcMethod | undefined {
    const name = method.replace(/^Plugin\./, '') as HookName;
    return Object.hasOwn(HOOKS, name) ? hookMethod(name, this.#hookDeps()) : undefined;
  }

  #hookDeps() {
    return { plugin: this.#plugin, log: this.#deps.log, hookTimeoutMs: this.#limits.hookTimeoutMs };
  }

  /** Both streams are dialled at once: Mattermost waits five seconds for them. The second, for SQL, stays idle. */
  async #activate({ APIMuxId, DriverMuxId }: { APIMuxId: number; DriverMuxId: number }): Promise<unknown> {
    const options = { registered: REGISTERED_TYPES, timeoutMs: this.#limits.apiTimeoutMs };
    this.#apiClient = new RpcClient(this.broker.dial(APIMuxId), options);
    this.broker.dial(DriverMuxId).listen({ data: () => undefined });
    await this.#tell('OnConfigurationChange');
    return this.#tell('OnActivate');
  }

  async #tell(name: 'OnConfigurationChange' | 'OnActivate'): Promise<unknown> {
    const handler = this.#plugin[name];
    return handler === undefined ? {} : callHook(name, handler, {}, this.#hookDeps());
  }

  async #serve(args: ServeHttpArgs): Promise<unknown> {
    await this.#http?.serve(args);
    return {};
  }

  readonly #fault = (error: Error, method: string): void => {
    this.#deps.log.error('The plugin protocol was broken.', { method, ...errorFields(error) });
  };
}

/** ServeHTTP is always there: the watchdog needs it, and without it Mattermost answers 404 as we do. */
function implemented(plugin: Plugin): string[] {
  const handled = hookNames.filter((name) => plugin[name] !== undefined);
  return [...new Set([...handled, 'OnActivate', 'ServeHTTP'])];
}
