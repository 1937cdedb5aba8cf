import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MattermostSide } from '../../../plugin-host/test/host/mattermost-side.ts';
import { PLUGIN_PATH } from '../../contract/paths.ts';
import { userId, type People } from '../../testing/people.ts';

/**
 * Mattermost's own HTTP server in front of the plugin: it says whose session `Authorization: Bearer <name>` is, and
 * hands over what lies below the plugin's path.
 */
export async function startFrontServer(mattermost: MattermostSide, people: People) {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    if (!path.startsWith(PLUGIN_PATH)) return void response.writeHead(404).end();
    const name = /^Bearer (\w+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
    dropPluginId(request.rawHeaders);
    const user = people.byName(name) === undefined ? '' : userId(name);
    void mattermost.serveHttp(request, response, path.slice(PLUGIN_PATH.length), user);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => void server.close(() => resolve()));
    },
  };
}

/** Mattermost lets no client send it. */
function dropPluginId(rawHeaders: string[]): void {
  const at = rawHeaders.findIndex(
    (name, index) => index % 2 === 0 && name.toLowerCase() === 'mattermost-plugin-id',
  );
  if (at !== -1) rawHeaders.splice(at, 2);
}
