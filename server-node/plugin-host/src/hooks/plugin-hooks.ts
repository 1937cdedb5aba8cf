import type { IncomingMessage } from 'node:http';

import { emptyStruct, list, string, struct, uint } from '../gob/gob-type.ts';
import type { SessionLimits } from '../go-plugin/session-limits.ts';
import { serveHttpArgs } from '../model/server.ts';
import type { RpcMethod } from '../net-rpc/rpc-server.ts';
import type { Logger } from '../process/logger.ts';
import type { ServeHttpArgs } from '../serve-http/serve-http.ts';
import { HttpServing } from '../serve-http/serve-http.ts';
import type { ByteStream } from '../yamux/byte-stream.ts';
import { fileUploadMethod } from './file-will-be-uploaded.ts';
import type { HookDeps, HookName } from './hook-server.ts';
import { callHook, hookMethod, hookNames } from './hook-server.ts';
import { HOOKS } from './hook-table.ts';
import type { Plugin } from './plugin.ts';

export interface ApiStreams {
  readonly APIMuxId: number;
  readonly DriverMuxId: number;
}

export interface PluginHooksDeps {
  /** May still be loading; it is awaited before the first hook. */
  readonly plugin: Promise<Plugin>;
  readonly log: Logger;
  readonly limits: SessionLimits;
  readonly dial: (brokerId: number) => ByteStream;
  /** Called before anything of the plugin is told that it is active. */
  readonly openApi: (streams: ApiStreams) => void;
  readonly intercept?: (request: IncomingMessage) => boolean;
}

const activateArgs = struct('Args', { APIMuxId: uint, DriverMuxId: uint });

/** All that Mattermost can call on the hooks stream. */
export class PluginHooks {
  readonly #deps: PluginHooksDeps;
  readonly #hookDeps: HookDeps;
  readonly #own: ReadonlyMap<string, () => RpcMethod | undefined>;
  #plugin: Plugin = {};
  #pages: HttpServing | undefined;
  #metrics: HttpServing | undefined;

  constructor(deps: PluginHooksDeps) {
    this.#deps = deps;
    this.#hookDeps = { log: deps.log, hookTimeoutMs: deps.limits.hookTimeoutMs };
    const loading = deps.plugin.then((plugin) => this.#use(plugin));
    loading.catch(() => undefined);
    this.#own = this.#ownMethods(loading);
  }

  /** The method behind `Plugin.<hook>`; undefined when the plugin has no such hook. */
  method(name: string): RpcMethod | undefined {
    const hook = name.replace(/^Plugin\./, '');
    const own = this.#own.get(hook);
    if (own !== undefined) return own();
    return Object.hasOwn(HOOKS, hook)
      ? hookMethod(hook as HookName, this.#plugin, this.#hookDeps)
      : undefined;
  }

  #ownMethods(loading: Promise<Plugin>): ReadonlyMap<string, () => RpcMethod | undefined> {
    const tell = async () => implemented(await loading);
    const activate = (streams: ApiStreams) => this.#activate(streams);
    return new Map<string, () => RpcMethod | undefined>([
      ['Implemented', () => ({ args: emptyStruct, reply: list(string), call: tell })],
      ['OnActivate', () => ({ args: activateArgs, reply: HOOKS.OnActivate.answer.type, call: activate })],
      ['ServeHTTP', () => served(this.#pages)],
      ['ServeMetrics', () => served(this.#metrics)],
      ['FileWillBeUploaded', () => fileUploadMethod(this.#plugin, this.#deps.dial, this.#hookDeps)],
    ]);
  }

  #use(plugin: Plugin): Plugin {
    this.#plugin = plugin;
    const { intercept, log } = this.#deps;
    for (const name of unknownHooks(plugin))
      log.warn(`The plugin has ${name}, which is no hook that can be answered here. It is never called.`);
    this.#pages = this.#serving(plugin, intercept === undefined ? {} : { intercept });
    if (plugin.ServeMetrics !== undefined)
      this.#metrics = this.#serving({ ServeHTTP: (...both) => plugin.ServeMetrics?.(...both) }, {});
    return plugin;
  }

  #serving(plugin: Plugin, more: Pick<PluginHooksDeps, 'intercept'>): HttpServing {
    const { dial, log, limits } = this.#deps;
    const { apiTimeoutMs: callTimeoutMs } = limits;
    return new HttpServing({ dial, plugin, log, limits, callTimeoutMs, ...more });
  }

  async #activate(streams: ApiStreams): Promise<unknown> {
    this.#deps.openApi(streams);
    await callHook('OnConfigurationChange', this.#plugin, {}, this.#hookDeps);
    return callHook('OnActivate', this.#plugin, {}, this.#hookDeps);
  }
}

function served(serving: HttpServing | undefined): RpcMethod | undefined {
  if (serving === undefined) return undefined;
  const call = async (args: ServeHttpArgs) => (await serving.serve(args), {});
  return { args: serveHttpArgs, reply: emptyStruct, call };
}

const ALL_HOOKS = [...hookNames, 'ServeHTTP', 'ServeMetrics', 'FileWillBeUploaded'] as const;

/** Hooks begin with a capital: what else does so, and could be called, is a slip of the pen or one that is left out. */
function unknownHooks(plugin: Plugin): string[] {
  const known = new Set<string>(ALL_HOOKS);
  const handlers = Object.entries(plugin).filter(([, handler]) => typeof handler === 'function');
  return handlers.map(([name]) => name).filter((name) => /^[A-Z]/.test(name) && !known.has(name));
}

/** ServeHTTP is always there: the watchdog needs it, and without it Mattermost answers 404 as we do. */
function implemented(plugin: Plugin): string[] {
  const handled = ALL_HOOKS.filter((name) => plugin[name] !== undefined);
  return [...new Set([...handled, 'OnActivate', 'ServeHTTP'])];
}
