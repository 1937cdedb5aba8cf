import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MattermostSide } from 'mattermost-plugin-host/testing';
import { PLUGIN_PATH } from '../../../src/contract/paths.ts';
import { userId, type People } from '../../../src/testing/people.ts';

/**
 * Mattermost's own HTTP server. It outlives the plugin: while none is active it answers 404, as Mattermost does, and
 * it says whose session `Authorization: Bearer <name>` is.
 */
export async function openFront(people: People, active: () => MattermostSide | undefined) {
  const server = createServer((request, response) => {
    const plugin = active();
    if (plugin === undefined || request.url?.startsWith(PLUGIN_PATH) !== true) return refuse(response);
    const path = request.url.slice(PLUGIN_PATH.length);
    // As Go: an answer that breaks off before its announced length ends the connection.
    response.strictContentLength = true;
    plugin
      .serveHttp(request, response, path, sessionOf(request, people))
      .catch(() => void response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, close: () => closed(server) };
}

const refuse = (response: ServerResponse): void => void response.writeHead(404).end('404 page not found\n');

function sessionOf({ headers }: IncomingMessage, people: People): string {
  const name = /^Bearer (\w+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
  return people.byName(name) === undefined ? '' : userId(name);
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => void server.close(() => resolve()));
}
