import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PQueue from 'p-queue';

/** Each with a tsconfig of its own, the one that takes longest first. */
const PROJECTS = [
  'server-node',
  'server-node/bench',
  'server-node/e2e',
  'webapp',
  'server-node/plugin-host',
  'server-node/preview/page',
];

const root = fileURLToPath(new URL('../../', import.meta.url));
/** The compiler in Go takes a third of the time; lint needs the one in JavaScript, for its API. */
const tsc = join(root, 'node_modules/typescript-7/bin/tsc');

/** Several processors check several projects at a time. @returns what the compiler found; empty when all is right */
const check = (project: string): Promise<string> =>
  new Promise((resolve) => {
    const args = [tsc, '--noEmit', '-p', project];
    execFile(process.execPath, args, { cwd: root, maxBuffer: Infinity }, (error, stdout, stderr) =>
      resolve(error === null ? '' : stdout + stderr || error.message),
    );
  });

const queue = new PQueue({ concurrency: availableParallelism() });
const found = await queue.addAll(PROJECTS.map((project) => () => check(project)));
process.stdout.write(found.join(''));
process.exitCode = found.some((text) => text !== '') ? 2 : 0;
