import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Command } from './managed-program.ts';

const SCRIPT = fileURLToPath(new URL('mattermost-process.ts', import.meta.url));

export interface Start {
  command: Command;
  dataSource: string;
  settings: Record<string, unknown>;
}

export interface Started {
  /** The backend's process. */
  pid: number;
  /** Where Mattermost answers. */
  url: string;
}

/** Mattermost as a process of its own, with the backend as its child. @param temp folder for temporary files */
export async function startMattermost(start: Start, temp: string) {
  const child = spawn(process.execPath, ['--no-warnings', SCRIPT, JSON.stringify(start)], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, TMPDIR: temp },
  });
  const ended = once(child, 'exit');
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    ended.then(() => Promise.reject(new Error('Mattermost did not start.'))),
  ])) as [string];
  const backend = JSON.parse(line) as Started;
  return {
    backend,
    /** As running out of memory would. */
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
