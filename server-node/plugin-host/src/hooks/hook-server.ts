import { letter } from '../api/method.ts';
import type { AnyGobType } from '../gob/gob-type.ts';
import type { RpcMethod } from '../net-rpc/rpc-server.ts';
import type { Logger } from '../process/logger.ts';
import { errorFields } from '../process/logger.ts';
import { HOOKS } from './hook-table.ts';
import type { HookSpec } from './hook.ts';
import type { Plugin } from './plugin.ts';

export type HookName = keyof typeof HOOKS;
type AnySpec = HookSpec<readonly AnyGobType[], unknown>;
type AnyHandler = (...args: readonly unknown[]) => unknown;

export const hookNames = Object.keys(HOOKS) as HookName[];

/** Hooks that may take as long as they need: Mattermost waits for them by design. */
const UNLIMITED = new Set<string>(['OnActivate', 'OnDeactivate']);

export interface HookDeps {
  readonly plugin: Plugin;
  readonly log: Logger;
  /** A handler that has not answered by then counts as failed, so that posts and commands do not wait for ever. */
  readonly hookTimeoutMs: number;
}

/** The method behind `Plugin.<name>`, undefined when the plugin has no such handler. */
export function hookMethod(name: HookName, deps: HookDeps): RpcMethod | undefined {
  const handler = deps.plugin[name] as AnyHandler | undefined;
  if (handler === undefined) return undefined;
  const { argsType, answer } = HOOKS[name] as unknown as AnySpec;
  return { args: argsType, reply: answer.type, call: (args) => callHook(name, handler, args, deps) };
}

/** Calls the handler; what it throws becomes the reply that the hook has for failures. */
export async function callHook(
  name: HookName,
  handler: AnyHandler,
  args: Record<string, unknown>,
  deps: HookDeps,
) {
  const { parameterCount, answer, redact } = HOOKS[name] as unknown as AnySpec;
  try {
    redact(args);
    const values = Array.from({ length: parameterCount }, (_, index) => args[letter(index)]);
    const running = Promise.resolve(handler.apply(deps.plugin, values));
    return answer.reply(await (UNLIMITED.has(name) ? running : within(deps.hookTimeoutMs, name, running)));
  } catch (error) {
    deps.log.error(`The hook ${name} failed.`, errorFields(error));
    if (answer.failed === undefined) throw error;
    return answer.failed(error instanceof Error ? error : new Error(String(error)));
  }
}

function within<T>(limitMs: number, name: string, running: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`${name} has not answered within ${limitMs} ms.`));
    const timer = setTimeout(late, limitMs).unref();
    running.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
