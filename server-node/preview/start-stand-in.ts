import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buildPage } from './build-page.ts';
import type { ReactVersion } from './page-bundle.ts';
import { createApp } from './server/http/create-app.ts';
import { Faults } from './server/http/faults.ts';
import { installPlugin } from './server/plugins/plugin-routes.ts';
import { PluginShelf, type Manifest } from './server/plugins/plugin-shelf.ts';
import { switchPlugin } from './server/plugins/switch-plugin.ts';
import { defaultRoles } from './server/people/default-roles.ts';
import { configSection } from './server/site/config-section.ts';
import { defaultConfig } from './server/site/default-config.ts';
import { PostIndex } from './server/site/post-index.ts';
import { seed, seedIntegrations, SEED_PASSWORD, type Integrations, type Seed } from './server/site/seed.ts';
import type { Json } from './server/site/records.ts';
import type { Site } from './server/site/site.ts';
import { openWorldFile, readWorldFile } from './server/site/world-file.ts';
import { emptyWorld, worldFromJson } from './server/site/world.ts';
import { EventHub } from './server/websocket/event-hub.ts';
import { websocketRoute } from './server/websocket/websocket-server.ts';

export interface StandInOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  host?: string;
  /** `''`, or a subpath such as `/chat`. */
  basePath?: string;
  /** Which one the page gives its plugins; 18 when left out, as in Mattermost 11. */
  react?: ReactVersion;
  /** Where the world is kept between two starts; in memory only when left out. */
  worldFile?: string;
  /** The address of the backend behind `/plugins/todo-node/`; may also be set later with `setBackend`. */
  backendUrl?: string;
  pluginId?: string;
  /** Changes to the configuration, by section, e.g. `{ RateLimitSettings: { Enable: true } }`. */
  config?: Record<string, Json>;
  faults?: Faults;
  now?: () => number;
  integrationTimeoutMs?: number;
  challengeTimeoutMs?: number;
  /** Told of commands and webhooks that failed. */
  warn?: (sentence: string) => void;
}

export interface StandIn {
  /** With the subpath, without a slash at the end. */
  url: string;
  port: number;
  seed: Seed;
  /** The rows behind everything, to look at and to change. */
  site: Site;
  faults: Faults;
  /** Where `/plugins/todo-node/` leads; undefined: to the 404 that Mattermost gives. */
  setBackend(url: string | undefined): void;
  /** The `/todo` command and the outgoing webhook in Town Square, pointing at the backend. */
  addIntegrations(backendUrl: string): Integrations;
  /** Installs and enables a webapp plugin; `files` by path within its folder. */
  installPlugin(manifest: Manifest, files: Record<string, string | Buffer>): void;
  /** Stops listening and cuts every connection, as a server that went away. */
  goAway(): Promise<void>;
  /** Listens again at the same port. */
  comeBack(): Promise<void>;
  stop(): Promise<void>;
}

export async function startStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const basePath = options.basePath ?? '';
  const host = options.host ?? '127.0.0.1';
  const world = worldOf(options);
  const file = options.worldFile === undefined ? undefined : openWorldFile(options.worldFile, world);
  const onChange = () => file?.changed();
  const events = new EventHub(onChange);
  let port = options.port ?? 0;
  let backendUrl = options.backendUrl;
  const site: Site = {
    world,
    posts: new PostIndex(world.posts.values()),
    plugins: new PluginShelf(world),
    events,
    basePath,
    siteUrl: () => `http://${host}:${port}${basePath}`,
    now: options.now ?? Date.now,
    integrationTimeoutMs: options.integrationTimeoutMs ?? 30_000,
    challengeTimeoutMs: options.challengeTimeoutMs ?? 5_000,
    warn: options.warn ?? (() => undefined),
  };
  events.serve(site);
  const seeded = seed(site);
  const faults = options.faults ?? new Faults();
  const oneClickUsers = [seeded.alice, seeded.bob, seeded.carol].map(({ username }) => ({
    username,
    password: SEED_PASSWORD,
  }));
  const app = createApp({
    site,
    faults,
    backend: { pluginId: options.pluginId ?? 'todo-node', url: () => backendUrl },
    onChange,
    page: { oneClickUsers, build: () => buildPage(options.react ?? '18') },
  });
  const sockets = websocketRoute(site);
  const server = createServer(app);
  server.on('upgrade', (req, socket, head) => {
    if (new URL(req.url ?? '/', 'http://stand-in').pathname === `${basePath}/api/v4/websocket`) {
      sockets.upgrade(req, socket, head);
    } else socket.destroy();
  });
  const cut = trackConnections(server);
  port = await listen(server, port, host);
  configSection(world, 'ServiceSettings')['SiteURL'] = site.siteUrl();
  const goAway = async () => {
    if (!server.listening) return;
    const closed = new Promise((resolve) => server.close(resolve));
    cut();
    await closed;
  };
  return {
    url: site.siteUrl(),
    port,
    seed: seeded,
    site,
    faults,
    setBackend: (url) => {
      backendUrl = url;
    },
    addIntegrations: (url) => seedIntegrations(site, seeded, url),
    installPlugin: (manifest, files) => install(site, manifest, files),
    goAway,
    comeBack: async () => void (await listen(server, port, host)),
    stop: async () => {
      sockets.close();
      await goAway();
      file?.flush();
    },
  };
}

function worldOf({ worldFile, config = {}, now = Date.now }: StandInOptions) {
  const saved = worldFile === undefined ? undefined : readWorldFile(worldFile);
  const settings = defaultConfig();
  // The stand-in has its integrations on the same machine, and the seeded bot shows that bots are on.
  Object.assign(settings['ServiceSettings'] as Json, {
    EnableBotAccountCreation: true,
    AllowedUntrustedInternalConnections: 'localhost 127.0.0.1',
  });
  const kept = (saved?.['config'] ?? {}) as Record<string, Json>;
  for (const [section, changes] of [...Object.entries(kept), ...Object.entries(config)]) {
    settings[section] = { ...(settings[section] as Json), ...changes };
  }
  const world = saved === undefined ? emptyWorld(settings) : worldFromJson(saved, settings);
  if (world.roles.size === 0) for (const role of defaultRoles(now())) world.roles.set(role.id, role);
  return world;
}

function install(site: Site, manifest: Manifest, files: Record<string, string | Buffer>): void {
  const contents = Object.entries(files).map(([path, content]) => [path, Buffer.from(content)] as const);
  installPlugin(site, manifest, new Map(contents));
  switchPlugin(site, manifest.id, true);
}

/** @returns what cuts all connections that are open, upgraded ones too */
function trackConnections(server: Server): () => void {
  const open = new Set<Socket>();
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  return () => {
    for (const socket of open) socket.destroy();
  };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}
