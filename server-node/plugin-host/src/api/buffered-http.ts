import { Readable } from 'node:stream';

import { pluginHttpArgs, pluginHttpReturns } from '../model/server.ts';
import type { RpcClient } from '../net-rpc/rpc-client.ts';
import { RpcError } from '../net-rpc/rpc-error.ts';
import type { PluginHttpRequest, PluginHttpResponse } from './http-request.ts';
import { requestFields } from './http-request.ts';

/** For servers before 11.2, which have no streams here: both bodies are held whole, by Mattermost too. */
export async function bufferedHttp(
  client: RpcClient,
  request: PluginHttpRequest,
): Promise<PluginHttpResponse> {
  const args = { Request: requestFields(request), RequestBody: await wholeBody(request.body) };
  const returns = await client.call('Plugin.PluginHTTP', pluginHttpArgs, args, pluginHttpReturns);
  const { Response, ResponseBody } = returns;
  if (Response === null) throw new RpcError('bad_reply', 'PluginHTTP', 'PluginHTTP gave no response.');
  return { status: Response.StatusCode, headers: Response.Header, body: Readable.from([ResponseBody]) };
}

async function wholeBody(body: PluginHttpRequest['body']): Promise<Uint8Array> {
  if (body === undefined || body instanceof Uint8Array) return body ?? new Uint8Array(0);
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}
