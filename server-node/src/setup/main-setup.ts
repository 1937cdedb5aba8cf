import { readFileSync } from 'node:fs';
import { AppError } from '../shared/app-error.ts';
import { resolveHost } from './resolve-host.ts';
import { runSetup } from './run-setup.ts';
import { readSetupOptions, SETUP_HELP } from './setup-options.ts';

// Whoever reads only the first lines, as `head` does, closes the pipe.
process.stdout.on('error', () => process.exit(1));
const say = (line: string) => void process.stdout.write(`${line}\n`);

try {
  const source = { env: process.env, readFile: (path: string) => readFileSync(path, 'utf8') };
  const options = readSetupOptions(process.argv.slice(2), source);
  if (options === undefined) say(SETUP_HELP);
  else process.exitCode = (await runSetup(options, { now: Date.now, resolve: resolveHost, say })) ? 0 : 1;
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.code === 'invalid_config' ? 2 : 1;
}
