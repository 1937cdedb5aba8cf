import { parseArgs } from 'node:util';
import { moveStore } from './move/move-store.ts';
import { readAddress } from './move/open-side.ts';
import { AppError } from './shared/app-error.ts';

const HELP = `Copies all to-dos from one store into an empty other one: numbers, counters and history stay as they are.

  npm run move -- --from <address> --to <address> [--dry-run]

An address is sqlite:<path of a file> or postgres://<user>:<password>@<host>/<database>[?schema=<name>]; the schema is
todo_node unless named. Stop the backend, or disable the plugin, first: what is written meanwhile is not copied.
`;

const options = {
  from: { type: 'string' },
  to: { type: 'string' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

try {
  const { values } = parseArgs({ options });
  if (values.help === true) process.stdout.write(HELP);
  else await move(values);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error instanceof AppError && error.code !== 'invalid_config' ? 1 : 2;
}

async function move(values: { from?: string; to?: string; 'dry-run'?: boolean }): Promise<void> {
  const [from, to] = [readAddress('--from', values.from), readAddress('--to', values.to)];
  const isDryRun = values['dry-run'] === true;
  const moved = await moveStore({ from, to, isDryRun });
  const counts = Object.entries(moved).map(([table, count]) => `  ${table}: ${count}\n`);
  process.stdout.write(`${isDryRun ? 'Would be copied' : 'Copied and compared'}:\n${counts.join('')}`);
}
