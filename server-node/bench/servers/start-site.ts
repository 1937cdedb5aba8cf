import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../preview/run/free-port.ts';
import { startBackend, type BackendProcess } from '../../preview/run/backend-process.ts';
import { startStandIn, type StandIn } from '../../preview/start-stand-in.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const AS_MANY_AS_THEY_COME = '100000000';

export interface Site {
  mattermost: StandIn;
  folder: string;
  /** As alice, by her session. */
  headers: Record<string, string>;
  /** The backend as operators run it, on this site. */
  startBackend(databaseUrl: string, env?: NodeJS.ProcessEnv): Promise<BackendProcess>;
  stop(): Promise<void>;
}

/** The stand-in with alice logged in, and a folder for databases. */
export async function startSite(): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'todo-bench-'));
  const mattermost = await startStandIn();
  const started: BackendProcess[] = [];
  return {
    mattermost,
    folder,
    headers: { Authorization: `Bearer ${await logIn(mattermost)}`, 'Content-Type': 'application/json' },
    async startBackend(databaseUrl, env = {}) {
      const port = await freePort(0);
      const logFile = join(folder, `backend-${started.length}.log`);
      const backend = await startBackend({
        root: ROOT,
        port,
        logFile,
        env: environment(mattermost, databaseUrl, env),
      });
      started.push(backend);
      return backend;
    },
    async stop() {
      for (const backend of started) await backend.stop();
      await mattermost.stop();
      await rm(folder, { recursive: true });
    },
  };
}

const environment = (
  mattermost: StandIn,
  databaseUrl: string,
  env: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv => ({
  PATH: process.env['PATH'],
  MATTERMOST_URL: mattermost.url,
  MATTERMOST_BOT_TOKEN_TODO: mattermost.seed.botToken,
  DATABASE_URL: databaseUrl,
  REQUESTS_PER_MINUTE: AS_MANY_AS_THEY_COME,
  ...env,
});

async function logIn({ url, seed }: StandIn): Promise<string> {
  const body = JSON.stringify({ login_id: seed.alice.username, password: seed.password });
  const answer = await fetch(`${url}/api/v4/users/login`, { method: 'POST', body });
  const token = answer.headers.get('Token');
  if (token === null) throw new Error(`The stand-in did not log alice in: ${answer.status}`);
  return token;
}
