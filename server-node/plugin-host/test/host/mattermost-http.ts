import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { MattermostSide } from './mattermost-side.ts';
import { TEST_USER_HEADER } from './request-fields.ts';

export { TEST_USER_HEADER } from './request-fields.ts';

export interface MattermostHttp {
  /** `http://127.0.0.1:<port>/plugins/<id>` */
  readonly url: string;
  readonly server: Server;
  close(): Promise<void>;
}

/** A real HTTP server in front of the plugin, routed as Mattermost does it. */
export async function listen(mattermost: MattermostSide): Promise<MattermostHttp> {
  const prefix = `/plugins/${mattermost.pluginId}`;
  const route = (request: IncomingMessage, response: ServerResponse) => {
    const path = request.url ?? '';
    if (path !== prefix && !path.startsWith(`${prefix}/`) && !path.startsWith(`${prefix}?`)) {
      return void response.writeHead(404).end();
    }
    const user = request.headers[TEST_USER_HEADER];
    void mattermost.serveHttp(
      request,
      response,
      path.slice(prefix.length),
      typeof user === 'string' ? user : '',
    );
  };
  const server = createServer(route);
  server.on('upgrade', (request: IncomingMessage, socket, head: Buffer) =>
    upgrade(server, request, socket, head),
  );
  server.on('checkContinue', route);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}${prefix}`, server, close: () => closed(server) };
}

/** Go knows no upgrade event: the request is handled as any other, and the handler may take the connection over. */
async function upgrade(
  server: Server,
  request: IncomingMessage,
  socket: unknown,
  head: Buffer,
): Promise<void> {
  const { ServerResponse } = await import('node:http');
  const response = new ServerResponse(request);
  request.socket.unshift(head);
  response.assignSocket(socket as Parameters<ServerResponse['assignSocket']>[0]);
  server.emit('request', request, response);
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
