import type { Broker } from '../go-plugin/broker.ts';
import type { RpcClient } from '../net-rpc/rpc-client.ts';
import { RpcError } from '../net-rpc/rpc-error.ts';
import { bufferedHttp } from './buffered-http.ts';
import type { PluginHttpRequest, PluginHttpResponse } from './http-request.ts';
import { streamedHttp } from './streamed-http.ts';

/** Calls another plugin (or this one) by way of Mattermost, which tells it our id in `Mattermost-Plugin-Id`. */
export type PluginHttp = (request: PluginHttpRequest) => Promise<PluginHttpResponse>;

/** Servers before 11.2 know no streams; asked once, they are not asked again. A body is touched only when it is wanted. */
export function pluginHttp(client: () => RpcClient, broker: Broker): PluginHttp {
  let streams = true;
  return async (request) => {
    try {
      if (streams) return await streamedHttp(client(), broker, request);
    } catch (error) {
      if (!(error instanceof RpcError && error.isUnknownMethod)) throw error;
      streams = false;
    }
    return bufferedHttp(client(), request);
  };
}
