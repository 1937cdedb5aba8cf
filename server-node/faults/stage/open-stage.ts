import { mkdtemp, rm } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startBackend, type BackendProcess } from '../../preview/run/backend-process.ts';
import { freePort } from '../../preview/run/free-port.ts';
import { startStandIn, type StandIn } from '../../preview/start-stand-in.ts';
import { API_PATH } from '../../src/contract/paths.ts';
import { until } from './until.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** A whole backend as an operator runs it, and the stand-in it works for; each start is on the same port and store. */
export async function openStage({
  env = {},
  databaseUrl,
}: { env?: NodeJS.ProcessEnv; databaseUrl?: string } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'todo-faults-'));
  const mattermost = await startStandIn();
  const port = await freePort(0);
  const { hook } = mattermost.addIntegrations(`http://127.0.0.1:${port}`);
  const logFile = join(folder, 'backend.log');
  const [alice, bob] = [await logIn(mattermost, 'alice'), await logIn(mattermost, 'bob')];
  const start = (more: NodeJS.ProcessEnv = {}) =>
    startBackend({
      root: ROOT,
      port,
      logFile,
      env: {
        PATH: process.env['PATH'],
        MATTERMOST_URL: mattermost.url,
        MATTERMOST_BOT_TOKEN_TODO: mattermost.seed.botToken,
        MATTERMOST_WEBHOOK_TOKEN_TODO: hook.token,
        DATABASE_URL: databaseUrl ?? `sqlite:${join(folder, 'todo.sqlite')}`,
        REQUESTS_PER_MINUTE: '1000000',
        ...env,
        ...more,
      },
    });
  let backend: BackendProcess = await start();
  const url = backend.url;
  return {
    url,
    mattermost,
    folder,
    hook,
    alice,
    bob,
    backend: () => backend,
    log: () => readFileSync(logFile, 'utf8'),
    /** As the power going off would. */
    async kill() {
      process.kill(backend.pid, 'SIGKILL');
      await backend.ended;
    },
    start: async (more?: NodeJS.ProcessEnv) => void (backend = await start(more)),
    call: <Body = Record<string, unknown>>(token: string, method: string, path: string, body?: unknown) =>
      call<Body>(url, token, method, path, body),
    /** What the bot has posted, oldest first. */
    botPosts: () =>
      [...mattermost.site.world.posts.values()].filter(({ user_id }) => user_id === mattermost.seed.bot.id),
    /** In the backend's outbox. */
    async repliesWaiting(): Promise<number> {
      const answer = await fetch(`${url}/readyz`);
      return ((await answer.json()) as { outbox: { waiting: number } }).outbox.waiting;
    },
    until,
    async close() {
      await backend.stop();
      await mattermost.stop();
      await rm(folder, { recursive: true });
    },
  };
}

export interface Called<Body> {
  status: number;
  body: Body;
}

async function call<Body>(url: string, token: string, method: string, path: string, body?: unknown) {
  const response = await fetch(`${url}${API_PATH}${path}`, {
    method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Body } satisfies Called<Body>;
}

async function logIn({ url, seed }: StandIn, person: 'alice' | 'bob'): Promise<string> {
  const body = JSON.stringify({ login_id: seed[person].username, password: seed.password });
  const answer = await fetch(`${url}/api/v4/users/login`, { method: 'POST', body });
  const token = answer.headers.get('Token');
  if (token === null) throw new Error(`The stand-in did not log ${person} in: ${answer.status}`);
  return token;
}
