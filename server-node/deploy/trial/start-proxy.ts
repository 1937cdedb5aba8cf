import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from './behind-the-proxy.ts';
import type { Ports, Proxy } from './proxies.ts';

/** Where the program is; Debian keeps nginx where only root's PATH looks. */
export function findProgram(program: string): string | undefined {
  const dirs = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];
  return dirs.map((dir) => join(dir, program)).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts a proxy in a folder of its own and resolves when it answers. */
export async function startProxy(proxy: Proxy, behind: Omit<Ports, 'listen'>, subpath: string) {
  const dir = mkdtempSync(join(tmpdir(), 'todo-proxy-'));
  const listen = await freePort();
  const args = proxy.configure(dir, { ...behind, listen }, subpath);
  const child = spawn(findProgram(proxy.program) ?? proxy.program, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: dir, XDG_DATA_HOME: dir, XDG_CONFIG_HOME: dir },
  });
  let log = '';
  child.stderr.on('data', (data) => (log += String(data)));
  const origin = `http://127.0.0.1:${listen}`;
  await answering(origin, () => {
    if (child.exitCode !== null) throw new Error(`${proxy.program} ended with ${child.exitCode}: ${log}`);
  }).catch((error: unknown) => {
    child.kill('SIGKILL');
    throw error;
  });
  return {
    origin,
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

async function answering(origin: string, stillAlive: () => void): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    stillAlive();
    const answered = await fetch(origin).then(
      (response) => response.text(),
      () => undefined,
    );
    if (answered !== undefined) return;
    await wait(50);
  }
  throw new Error(`nothing answers at ${origin}`);
}
