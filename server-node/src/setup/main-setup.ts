import { lookup } from 'node:dns/promises';
import { readFileSync } from 'node:fs';
import { AppError } from '../shared/app-error.ts';
import { runSetup } from './run-setup.ts';
import { readSetupOptions, SETUP_HELP } from './setup-options.ts';

// Whoever reads only the first lines, as `head` does, closes the pipe.
process.stdout.on('error', () => process.exit(1));
const say = (line: string) => void process.stdout.write(`${line}\n`);

const resolve = async (host: string) => {
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.map(({ address }) => address);
};

try {
  const source = { env: process.env, readFile: (path: string) => readFileSync(path, 'utf8') };
  const options = readSetupOptions(process.argv.slice(2), source);
  if (options === undefined) say(SETUP_HELP);
  else process.exitCode = (await runSetup(options, { now: Date.now, resolve, say })) ? 0 : 1;
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.code === 'invalid_config' ? 2 : 1;
}
