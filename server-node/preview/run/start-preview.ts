import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildPage } from '../build-page.ts';
import type { ReactVersion } from '../page-bundle.ts';
import { startStandIn, type StandIn } from '../start-stand-in.ts';
import { startBackend, type BackendProcess } from './backend-process.ts';
import { freePort } from './free-port.ts';
import { readPluginBundle } from './plugin-bundle.ts';

const SITE_PORT = 8099;
const BACKEND_PORT = 8077;
const INTEGRATIONS_PORT = 8078;

export interface PreviewOptions {
  /** The folder of the project. */
  root: string;
  /** Where people, posts and to-dos are kept. */
  folder: string;
  /** Taken if they are free, else any others. */
  ports?: { site: number; backend: number };
  basePath?: string;
  react?: ReactVersion;
  /** What the backend gets besides the addresses and tokens of the stand-in. */
  env: NodeJS.ProcessEnv;
}

export interface Preview {
  mattermost: StandIn;
  backend: BackendProcess;
  stop(): Promise<void>;
}

/** The stand-in with the plugin in it, and the backend behind it. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { root, folder, ports = { site: SITE_PORT, backend: BACKEND_PORT }, react = '18' } = options;
  mkdirSync(folder, { recursive: true });
  const plugin = readPluginBundle(root);
  await buildPage(react);
  const mattermost = await startStandIn({
    port: await freePort(ports.site),
    react,
    worldFile: join(folder, 'world.json'),
    warn: (sentence) => console.warn(sentence),
    ...(options.basePath === undefined ? {} : { basePath: options.basePath }),
  });
  try {
    const backend = await startBackendFor(mattermost, options, await freePort(ports.backend));
    mattermost.setBackend(backend.url);
    mattermost.installPlugin(plugin.manifest, plugin.files);
    const stop = async () => {
      await backend.stop();
      await mattermost.stop();
    };
    return { mattermost, backend, stop };
  } catch (error) {
    await mattermost.stop();
    throw error;
  }
}

async function startBackendFor(mattermost: StandIn, { root, folder, env }: PreviewOptions, port: number) {
  const apart = await freePort(INTEGRATIONS_PORT);
  const { command, hook } = mattermost.addIntegrations(`http://127.0.0.1:${apart}`);
  return startBackend({
    root,
    port,
    logFile: join(folder, 'backend.log'),
    env: {
      ...env,
      INTEGRATIONS_PORT: String(apart),
      MATTERMOST_URL: mattermost.url,
      MATTERMOST_BOT_TOKEN_TODO: mattermost.seed.botToken,
      MATTERMOST_COMMAND_TOKEN_TODO: command.token,
      MATTERMOST_WEBHOOK_TOKEN_TODO: hook.token,
      DATABASE_URL: `sqlite:${join(folder, 'todo.sqlite')}`,
    },
  });
}
