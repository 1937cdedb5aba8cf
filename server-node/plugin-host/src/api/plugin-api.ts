import type { RpcClient } from '../net-rpc/rpc-client.ts';
import { API_METHODS } from './api-methods.ts';
import { ApiError, apiErrorFrom } from './api-error.ts';
import type { Call, MethodSpec } from './method.ts';
import { letter } from './method.ts';
import type { AnyGobType } from '../gob/gob-type.ts';

/** Every method of {@link API_METHODS} as a function. What Mattermost refuses is thrown as an {@link ApiError}. */
export type PluginApi = { readonly [Name in keyof typeof API_METHODS]: Call<(typeof API_METHODS)[Name]> };

type AnySpec = MethodSpec<readonly AnyGobType[], unknown>;
type AnyCall = (...args: readonly unknown[]) => Promise<unknown>;

/** @param client the stream to Mattermost; throws while there is none */
export function pluginApi(client: () => RpcClient): PluginApi {
  const calls = Object.entries(API_METHODS).map(([name, spec]) => [name, callOf(name, spec, client)]);
  return Object.freeze(Object.fromEntries(calls)) as PluginApi;
}

function callOf(name: string, spec: AnySpec, client: () => RpcClient): AnyCall {
  return async (...args) => {
    if (args.length > spec.parameters.length) throw new ApiError(name, tooMany(name, spec, args.length));
    const named = Object.fromEntries(args.map((value, index) => [letter(index), value]));
    const returns = await client().call(`Plugin.${name}`, spec.argsType, named, spec.returnsType);
    return resultOf(name, spec, returns as Record<string, unknown>);
  };
}

function resultOf(name: string, spec: AnySpec, returns: Record<string, unknown>): unknown {
  const failure = spec.failure === 'never' ? null : returns[spec.hasResult ? 'B' : 'A'];
  if (failure !== null) throw apiErrorFrom(name, failure);
  return spec.hasResult ? returns['A'] : undefined;
}

const tooMany = (name: string, spec: AnySpec, count: number) => ({
  Message: `${name} takes ${spec.parameters.length} arguments; got ${count}.`,
});
