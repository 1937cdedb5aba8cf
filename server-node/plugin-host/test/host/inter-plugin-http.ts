import { Readable } from 'node:stream';

import { uploadedFile } from '../../src/hooks/uploaded-file.ts';
import type { HttpRequestFields } from '../../src/model/server.ts';
import {
  pluginHttpArgs,
  pluginHttpReturns,
  pluginHttpStreamArgs,
  pluginHttpStreamReturns,
} from '../../src/model/server.ts';
import type { RpcMethod } from '../../src/net-rpc/rpc-server.ts';
import type { Wire } from './exchange.ts';
import { exchange } from './exchange.ts';
import { LocalExchange } from './local-exchange.ts';

interface StreamArgs {
  readonly ResponseBodyStream: number;
  readonly Request: HttpRequestFields;
  readonly RequestBodyStream: number;
}
interface BufferedArgs {
  readonly Request: HttpRequestFields;
  readonly RequestBody: Buffer;
}

/** `PluginHTTP` as Mattermost serves it; the plugin itself is the only one there is. */
export function interPluginHttp(
  pluginId: string,
  wire: () => Wire,
): { readonly streamed: RpcMethod; readonly buffered: RpcMethod } {
  return {
    streamed: {
      args: pluginHttpStreamArgs,
      reply: pluginHttpStreamReturns,
      call: (args: StreamArgs) => streamed(args, pluginId, wire()),
    },
    buffered: {
      args: pluginHttpArgs,
      reply: pluginHttpReturns,
      call: async ({ Request, RequestBody }: BufferedArgs) => {
        const { status, headers, allWritten } = await served(Request, RequestBody, pluginId, wire());
        return { Response: { StatusCode: status, Header: headers }, ResponseBody: allWritten };
      },
    },
  };
}

async function streamed(args: StreamArgs, pluginId: string, wire: Wire) {
  const { Request, RequestBodyStream } = args;
  const response = wire.broker.dial(args.ResponseBodyStream);
  const body =
    RequestBodyStream === 0 ? Readable.from([]) : uploadedFile(wire.broker.dial(RequestBodyStream));
  const { status, headers, allWritten } = await served(Request, body, pluginId, wire);
  body.destroy();
  response.write(allWritten);
  response.end();
  return { StatusCode: status, Header: headers };
}

/** The address is `/<plugin id>/…`. The target learns who calls, and that nobody is logged in. */
async function served(
  fields: HttpRequestFields,
  body: Uint8Array | AsyncIterable<Uint8Array>,
  pluginId: string,
  wire: Wire,
): Promise<LocalExchange> {
  const local = new LocalExchange();
  const [, target, rest] = /^\/([^/?]*)\/(.*)$/s.exec(fields.URL) ?? [];
  if (target === undefined) return local.answer(400, 'Not enough URL. Form of URL should be /<pluginid>/*');
  if (target !== pluginId) return local.answer(404, '404 page not found\n');
  const Header = { ...fields.Header, 'Mattermost-User-Id': [''], 'Mattermost-Plugin-Id': [pluginId] };
  const request = { fields: { ...fields, URL: `/${rest}`, Header }, body, context: { RequestId: 'request' } };
  await exchange(wire, request, (name) => local.method(name));
  return local;
}
