import { parseArgs } from 'node:util';
import { backUp } from './backup/back-up.ts';
import { restore } from './backup/restore.ts';
import { SETTINGS } from './config/settings.ts';
import { readAddress } from './move/open-side.ts';
import { readSettingsFile } from './setup/settings-file.ts';
import { AppError } from './shared/app-error.ts';

const HELP = `Backs all to-dos up into one SQLite file, or puts such a file in the place of the store.

  npm run backup  -- [--to <file>] [--store <address>] [--settings <file>]
  npm run restore -- --from <file> [--store <address>] [--settings <file>]

The store is that of DATABASE_URL, in the environment or in the settings file (todo-node.env), unless --store names
another: sqlite:<path of a file> or postgres://<user>:<password>@<host>/<database>[?schema=<name>]. A backup may be
taken while the backend runs. For a restore stop it first; what was there before is kept under another name.
`;

const options = {
  to: { type: 'string' },
  from: { type: 'string' },
  store: { type: 'string' },
  settings: { type: 'string', default: 'todo-node.env' },
  help: { type: 'boolean' },
} as const;

try {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help === true) process.stdout.write(HELP);
  else await (positionals[0] === 'restore' ? bringBack(values) : keep(values));
} catch (error) {
  if (!(error instanceof Error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof AppError && error.code !== 'invalid_config' ? 1 : 2;
}

/** Part of a file's name and of a schema's: date and time to the second, in UTC. */
function stamp(): string {
  return new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
}

async function keep(values: { to?: string; store?: string; settings: string }): Promise<void> {
  const file = values.to ?? `todo-backup-${stamp()}.sqlite`;
  const todos = await backUp(await storeOf(values), file);
  process.stdout.write(`${file}: ${todos} to-dos, looked through and whole.\n`);
}

async function bringBack(values: { from?: string; store?: string; settings: string }): Promise<void> {
  if (values.from === undefined)
    throw new AppError('invalid_config', '--from: Expected the file of a backup; got nothing.');
  const { todos, kept } = await restore(values.from, await storeOf(values), stamp());
  const before = kept === undefined ? 'There was no store before.' : `What was there before is kept: ${kept}`;
  process.stdout.write(`${todos} to-dos are restored. ${before}\n`);
}

async function storeOf({ store, settings }: { store?: string; settings: string }) {
  if (store !== undefined) return readAddress('--store', store);
  const file = await readSettingsFile(settings);
  const { DATABASE_URL: given = SETTINGS.DATABASE_URL.fallback } = { ...file.values, ...process.env };
  return readAddress('DATABASE_URL', given);
}
