import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBackend, type BackendProcess } from '../../preview/run/backend-process.ts';
import { freePort } from '../../preview/run/free-port.ts';
import { readPluginBundle } from '../../preview/run/plugin-bundle.ts';
import { startStandIn, type StandIn } from '../../preview/start-stand-in.ts';
import { eventually } from '../stage/eventually.ts';
import { givenReact } from './given.ts';
import { makeRest } from './rest.ts';
import type { Site, SiteOptions } from './site.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The stand-in with the built bundle, and the real backend behind it, all of it gone afterwards. */
export async function openStandIn({ basePath = '', backendEnv = {} }: SiteOptions): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), 'todo-e2e-'));
  const plugin = readPluginBundle(root);
  const mattermost = await startStandIn({ basePath, react: givenReact });
  const { seed } = mattermost;
  const start = await backendStarter(mattermost, folder, backendEnv);
  let backend = await start();
  mattermost.setBackend(backend.url);
  mattermost.installPlugin(plugin.manifest, plugin.files);
  return {
    url: mattermost.url,
    admin: makeRest(mattermost.url, seed.adminToken),
    team: seed.team,
    webhookChannel: seed.townSquare,
    push: 'sse',
    postMenuButton: 'CENTER_button_',
    prepare: async () => undefined,
    breakable: {
      mattermost,
      backendUrl: backend.url,
      stopBackend: () => backend.stop(),
      startBackend: async () => void (backend = await start()),
      backendLog: () => readFileSync(join(folder, 'backend.log'), 'utf8'),
    },
    async stop() {
      await backend.stop();
      await mattermost.stop();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Each start is at the same ports and on the same database. */
async function backendStarter(mattermost: StandIn, folder: string, more: Record<string, string>) {
  const [port, apart] = [await freePort(0), await freePort(0)];
  const { command, hook } = mattermost.addIntegrations(`http://127.0.0.1:${apart}`);
  return async (): Promise<BackendProcess> => {
    const backend = await startBackend({
      root,
      port,
      logFile: join(folder, 'backend.log'),
      env: {
        PATH: process.env['PATH'],
        INTEGRATIONS_PORT: String(apart),
        MATTERMOST_URL: mattermost.url,
        MATTERMOST_BOT_TOKEN_TODO: mattermost.seed.botToken,
        MATTERMOST_COMMAND_TOKEN_TODO: command.token,
        MATTERMOST_WEBHOOK_TOKEN_TODO: hook.token,
        DATABASE_URL: `sqlite:${join(folder, 'todo.sqlite')}`,
        TODO_PROGRAM_HOME: join(folder, 'program'),
        ...more,
      },
    });
    await eventually(async () => {
      const { ok } = await fetch(`${backend.url}/readyz`);
      if (!ok) throw new Error('The backend is not ready.');
    });
    return backend;
  };
}
