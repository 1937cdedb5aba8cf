import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reactVersionOf } from './run/react-version.ts';
import { startPreview, type Preview } from './run/start-preview.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'var/preview');

const settings = join(root, '.env');
if (existsSync(settings)) process.loadEnvFile(settings);

const preview = await start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
announce(preview);
stopOnSignals(preview);
void preview.backend.ended.then((how) => stop(preview, how));

async function start(): Promise<Preview> {
  return startPreview({ root, folder, react: reactVersionOf(process.env), env: process.env });
}

function announce({ mattermost }: Preview): void {
  console.log(`
  ${mattermost.url}

  A stand-in for Mattermost with the to-do plugin in it. Log in as alice, bob or carol (password ${mattermost.seed.password}),
  type /todo Buy milk, open the sidebar from its icon, or write "todo buy bread" in Town Square.
  People, posts and to-dos are kept in ${folder}; the backend's log is there too. Ctrl-C stops everything.
  To back the to-dos up: make backup ARGS="--store sqlite:var/preview/todo.sqlite"
`);
}

let stopping: Promise<void> | undefined;

function stopOnSignals(running: Preview): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(running));
}

/** @param failure what went wrong, when nobody asked for the end */
function stop(running: Preview, failure?: string): void {
  if (stopping !== undefined) return;
  if (failure !== undefined) console.error(failure);
  stopping = running.stop().finally(() => process.exit(failure === undefined ? 0 : 1));
}
