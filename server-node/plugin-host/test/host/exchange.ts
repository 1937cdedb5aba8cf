import { serveBody } from '../../src/api/serve-body.ts';
import { raw } from '../../src/gob/gob-type.ts';
import type { Broker } from '../../src/go-plugin/broker.ts';
import type { Context, HttpRequestFields } from '../../src/model/server.ts';
import { serveHttpArgs } from '../../src/model/server.ts';
import type { RpcClient } from '../../src/net-rpc/rpc-client.ts';
import type { RpcMethod } from '../../src/net-rpc/rpc-server.ts';
import { RpcServer } from '../../src/net-rpc/rpc-server.ts';

/** What is needed to hand something to the plugin. */
export interface Wire {
  readonly broker: Broker;
  readonly hooks: RpcClient;
}

export interface HostRequest {
  readonly fields: Partial<HttpRequestFields>;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
  readonly context: Partial<Context>;
}

/** One request to the plugin: serves its response writer and its body, and resolves when the hook has answered. */
export async function exchange(
  { broker, hooks }: Wire,
  { fields, body, context }: HostRequest,
  method: (name: string) => RpcMethod | undefined,
  hook: 'ServeHTTP' | 'ServeMetrics' = 'ServeHTTP',
): Promise<void> {
  const [ResponseWriterStream, RequestBodyStream] = [broker.nextId(), broker.nextId()];
  void broker.accept(ResponseWriterStream).then(
    (stream) => new RpcServer(stream, { method }),
    () => undefined,
  );
  void broker.accept(RequestBodyStream).then(
    (stream) => serveBody(stream, body),
    () => undefined,
  );
  const args = { ResponseWriterStream, Request: fields, Context: context, RequestBodyStream };
  await hooks.call(`Plugin.${hook}`, serveHttpArgs, args, raw);
}

/** The context of a request by somebody logged in, or by nobody. */
export const contextOf = (userId: string): Partial<Context> => ({
  RequestId: 'request',
  SessionId: userId === '' ? '' : 'session',
});
