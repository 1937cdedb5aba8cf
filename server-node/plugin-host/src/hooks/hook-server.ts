import { letter } from '../api/method.ts';
import type { AnyGobType } from '../gob/gob-type.ts';
import type { RpcMethod } from '../net-rpc/rpc-server.ts';
import type { Logger } from '../process/logger.ts';
import { errorFields } from '../process/logger.ts';
import { HOOKS } from './hook-table.ts';
import type { Answer, HookSpec } from './hook.ts';
import type { Plugin } from './plugin.ts';

export type HookName = keyof typeof HOOKS;
type AnySpec = HookSpec<readonly AnyGobType[], unknown>;
type AnyHandler = (...args: readonly unknown[]) => unknown;
type Args = Record<string, unknown>;

export const hookNames = Object.keys(HOOKS) as HookName[];

/** Hooks that may take as long as they need: Mattermost waits for them by design. */
const UNLIMITED = new Set<string>(['OnActivate', 'OnDeactivate']);

export interface HookDeps {
  readonly log: Logger;
  /** A handler that has not answered by then counts as failed, so that posts and commands do not wait for ever. */
  readonly hookTimeoutMs: number;
}

/** The method behind `Plugin.<name>`, undefined when the plugin has no such handler. */
export function hookMethod(name: HookName, plugin: Plugin, deps: HookDeps): RpcMethod | undefined {
  if (plugin[name] === undefined) return undefined;
  const { argsType, answer } = HOOKS[name] as unknown as AnySpec;
  return { args: argsType, reply: answer.type, call: (args: Args) => callHook(name, plugin, args, deps) };
}

/** Calls the handler, if there is one, with the arguments in Go's order. */
export async function callHook(name: HookName, plugin: Plugin, args: Args, deps: HookDeps): Promise<unknown> {
  const handler = plugin[name] as AnyHandler | undefined;
  if (handler === undefined) return {};
  const { parameterCount, answer, redact } = HOOKS[name] as unknown as AnySpec;
  const run = () => {
    redact(args);
    return handler.apply(
      plugin,
      Array.from({ length: parameterCount }, (_, index) => args[letter(index)]),
    );
  };
  return answered(name, answer, run, args, deps);
}

/** What `run` gives as the hook's reply; what it throws becomes the reply that the hook has for failures. */
export async function answered<Result>(
  name: string,
  answer: Answer<Result>,
  run: () => unknown,
  args: Args,
  { log, hookTimeoutMs }: HookDeps,
): Promise<unknown> {
  try {
    const running = Promise.resolve(run());
    const result = await (UNLIMITED.has(name) ? running : within(hookTimeoutMs, name, running));
    return answer.reply(result as Result, args);
  } catch (error) {
    log.error(`The hook ${name} failed.`, errorFields(error));
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
