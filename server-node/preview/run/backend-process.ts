import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';

const READY_WITHIN_MS = 30_000;
const STOPPED_WITHIN_MS = 10_000;
const LINES_SHOWN = 15;

const packageSchema = z.object({ scripts: z.object({ start: z.string() }) });

export interface BackendProcess {
  url: string;
  pid: number;
  /** Resolves with a sentence when the process ends by itself. */
  ended: Promise<string>;
  stop(): Promise<void>;
}

export interface BackendOptions {
  /** The project's folder; its `npm start` is what runs. */
  root: string;
  port: number;
  logFile: string;
  env: NodeJS.ProcessEnv;
}

/** Starts the to-do backend and waits until it has its database, though Mattermost may be away. @throws with the end of its log */
export async function startBackend(options: BackendOptions): Promise<BackendProcess> {
  const log = openSync(options.logFile, 'w');
  const child = spawn(process.execPath, startArguments(options.root), {
    env: { ...options.env, HOST: '127.0.0.1', PORT: String(options.port) },
    stdio: ['ignore', log, log],
    // Out of the terminal's group: Ctrl-C must reach it once, through `stop`, and not twice.
    detached: true,
  });
  closeSync(log);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(describeEnd(code, signal, options.logFile)));
  });
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const inTime = await Promise.race([ended, wait(STOPPED_WITHIN_MS, undefined, { ref: false })]);
    if (inTime === undefined) child.kill('SIGKILL');
    await ended;
  };
  const url = `http://127.0.0.1:${options.port}`;
  const failure = await Promise.race([ended, answers(`${url}/readyz`, options.logFile)]);
  if (failure !== undefined) {
    await stop();
    throw new Error(failure);
  }
  return { url, pid: child.pid ?? 0, ended, stop };
}

function startArguments(root: string): string[] {
  const { scripts } = packageSchema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const [, ...rest] = scripts.start.split(' ');
  return rest.map((word) => (word.startsWith('--') ? word : join(root, word)));
}

const describeEnd = (code: number | null, signal: string | null, logFile: string) =>
  `The backend ended with ${signal ?? `code ${code}`}. The end of ${logFile}:\n${endOf(logFile)}`;

const endOf = (logFile: string) =>
  readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-LINES_SHOWN).join('\n');

/** @returns undefined as soon as it does, else what is wrong */
async function answers(url: string, logFile: string): Promise<string | undefined> {
  const until = Date.now() + READY_WITHIN_MS;
  while (Date.now() < until) {
    const state = await fetch(url).then(asState, () => undefined);
    if (state?.database === 'ok') return undefined;
    await wait(100);
  }
  return `The backend did not answer ${url} within ${READY_WITHIN_MS / 1000} s. The end of ${logFile}:\n${endOf(logFile)}`;
}

const asState = (response: Response) => response.json() as Promise<{ database?: string }>;
