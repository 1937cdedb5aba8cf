import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PLUGIN_VERSION } from '../src/contract/manifest.ts';
import { resolveHost } from '../src/setup/resolve-host.ts';
import { runDoctor } from '../src/setup/run-doctor.ts';
import { SEED_PASSWORD } from './server/site/seed.ts';
import { startStandIn, type StandIn } from './start-stand-in.ts';

const SIDECAR = {
  MATTERMOST_URL: 'http://127.0.0.1:1',
  MATTERMOST_BOT_TOKEN_TODO: 'b'.repeat(26),
  PORT: '0',
};
const MANAGED = {
  id: 'todo-node',
  version: PLUGIN_VERSION,
  webapp: { bundle_path: 'main.js' },
  server: { executables: { 'linux-amd64': 'server/todo-node' } },
};

/** Answers as the backend does when it is asked who the caller is, and what it thinks of a webhook. */
function playBackend(push: 'websocket' | 'sse'): Promise<Server> {
  const server = createServer((request, response) => {
    const isMe = request.url?.endsWith('/me') === true;
    response.writeHead(isMe ? 200 : 401, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(isMe ? { username: 'admin', push } : { code: 'wrong_token' }));
  });
  return new Promise((resolve) => void server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe('which backend doctor examines', () => {
  let site: StandIn;
  let backend: Server;

  beforeEach(async () => {
    site = await startStandIn();
    backend = await playBackend('websocket');
    site.setBackend(`http://127.0.0.1:${(backend.address() as AddressInfo).port}`);
  });
  afterEach(async () => {
    backend.close();
    await site.stop();
  });

  async function linksOf(env: Record<string, string>, url: string | undefined): Promise<string[]> {
    const lines: string[] = [];
    const credentials = { user: 'admin', password: SEED_PASSWORD };
    const deps = { source: { env, readFile: () => '' }, now: Date.now, fetch, resolve: resolveHost };
    await runDoctor(
      { settingsPath: '/nowhere/todo-node.env', url, credentials },
      { ...deps, say: (line) => lines.push(line) },
    );
    return lines.map((line) => line.split(/ {2,}/, 2).join(' '));
  }

  it('is the one that Mattermost runs, also where a sidecar was set up once', async () => {
    site.installPlugin(MANAGED, { 'main.js': 'x' });
    const links = await linksOf(SIDECAR, site.url);
    expect(links).toEqual(expect.arrayContaining(['ok plugin', 'ok version', 'ok webapp', 'ok route']));
    expect(links.filter((line) => line.startsWith('FAULT'))).toEqual(['FAULT commands']);
  });

  it('is the sidecar where Mattermost has the small bundle, or MM_URL is not given', async () => {
    const { server: _without, ...small } = MANAGED;
    site.installPlugin(small, { 'main.js': 'x' });
    expect(await linksOf(SIDECAR, site.url)).toContain('- backend');
    site.installPlugin(MANAGED, { 'main.js': 'x' });
    expect(await linksOf(SIDECAR, undefined)).toContain('- backend');
  });

  it('is the one that should be there where nothing is set up yet', async () => {
    expect(await linksOf({}, site.url)).toContain('FAULT plugin');
  });
});
