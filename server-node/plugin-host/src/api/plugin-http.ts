import { Readable } from 'node:stream';

import type { Broker } from '../go-plugin/broker.ts';
import { pluginHttpStreamArgs, pluginHttpStreamReturns } from '../model/server.ts';
import type { RpcClient } from '../net-rpc/rpc-client.ts';
import type { ByteStream } from '../yamux/byte-stream.ts';
import { serveBody } from './serve-body.ts';

export interface PluginHttpRequest {
  readonly method?: string;
  /** `/<plugin id>/…` */
  readonly path: string;
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly body?: Uint8Array | AsyncIterable<Uint8Array>;
}

export interface PluginHttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  /** Must be read or destroyed. */
  readonly body: Readable;
}

/** Calls another plugin (or this one) by way of Mattermost, which tells it our id in `Mattermost-Plugin-Id`. */
export type PluginHttp = (request: PluginHttpRequest) => Promise<PluginHttpResponse>;

export function pluginHttp(client: () => RpcClient, broker: Broker): PluginHttp {
  return async ({ method = 'GET', path, headers = {}, body }) => {
    const responseId = broker.nextId();
    const requestId = body === undefined ? 0 : broker.nextId();
    const responseStream = broker.accept(responseId).then(readableOf);
    responseStream.catch(() => undefined);
    if (body !== undefined)
      broker.accept(requestId).then(
        (stream) => serveBody(stream, body),
        () => undefined,
      );
    const returns = await client().call(
      'Plugin.PluginHTTPStream',
      pluginHttpStreamArgs,
      {
        ResponseBodyStream: responseId,
        Request: {
          Method: method,
          URL: path,
          Proto: 'HTTP/1.1',
          ProtoMajor: 1,
          ProtoMinor: 1,
          Header: headers,
        },
        RequestBodyStream: requestId,
      },
      pluginHttpStreamReturns,
    );
    return { status: returns.StatusCode, headers: returns.Header, body: await responseStream };
  };
}

/** Bytes until the other side ends; credit is given as they are read. */
function readableOf(stream: ByteStream): Readable {
  let unread = 0;
  const readable = new Readable({
    read: () => stream.consumed(unread - (unread = 0)),
    destroy: (error, done) => {
      stream.reset();
      done(error);
    },
  });
  stream.listen({
    data: (chunk) => {
      if (readable.push(chunk)) stream.consumed(chunk.length);
      else unread += chunk.length;
    },
    ended: () => {
      readable.push(null);
      stream.end();
    },
    closed: (error) => {
      if (error !== undefined) readable.destroy(error);
    },
  });
  return readable;
}
