import { Readable } from 'node:stream';

import type { Broker } from '../go-plugin/broker.ts';
import { pluginHttpStreamArgs, pluginHttpStreamReturns } from '../model/server.ts';
import type { RpcClient } from '../net-rpc/rpc-client.ts';
import type { ByteStream } from '../yamux/byte-stream.ts';
import type { PluginHttpRequest, PluginHttpResponse } from './http-request.ts';
import { requestFields } from './http-request.ts';
import { serveBody } from './serve-body.ts';

/** Both bodies have streams of their own, so that neither is ever held whole. */
export async function streamedHttp(
  client: RpcClient,
  broker: Broker,
  request: PluginHttpRequest,
): Promise<PluginHttpResponse> {
  const ResponseBodyStream = broker.nextId();
  const RequestBodyStream = request.body === undefined ? 0 : broker.nextId();
  const responseStream = broker.accept(ResponseBodyStream).then(readableOf);
  responseStream.catch(() => undefined);
  const { body } = request;
  if (body !== undefined)
    broker.accept(RequestBodyStream).then(
      (stream) => serveBody(stream, body),
      () => undefined,
    );
  const args = { ResponseBodyStream, Request: requestFields(request), RequestBodyStream };
  const { StatusCode, Header } = await client.call(
    'Plugin.PluginHTTPStream',
    pluginHttpStreamArgs,
    args,
    pluginHttpStreamReturns,
  );
  return { status: StatusCode, headers: Header, body: await responseStream };
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
