import { readFileSync } from 'node:fs';
import { AppError } from '../shared/app-error.ts';
import { DOCTOR_HELP, readDoctorOptions } from './doctor-options.ts';
import { resolveHost } from './resolve-host.ts';
import { runDoctor } from './run-doctor.ts';

// Whoever reads only the first lines, as `head` does, closes the pipe.
process.stdout.on('error', () => process.exit(1));
const say = (line: string) => void process.stdout.write(`${line}\n`);
const source = { env: process.env, readFile: (path: string) => readFileSync(path, 'utf8') };

try {
  const options = readDoctorOptions(process.argv.slice(2), source);
  if (options === undefined) say(DOCTOR_HELP);
  else
    process.exitCode = await runDoctor(options, { source, now: Date.now, fetch, resolve: resolveHost, say });
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = error.code === 'invalid_config' ? 2 : 1;
}
