import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../preview/run/free-port.ts';

const PROGRAM = fileURLToPath(new URL('bare-express.ts', import.meta.url));

export async function startBareExpress(path: string, listId: string) {
  const port = await freePort(0);
  const child = spawn(process.execPath, [PROGRAM, path, listId, String(port)], {
    stdio: ['ignore', 'ignore', 'inherit'],
    // As an operator would run it, and as we measure ours.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(`${url}/healthz`))) {
    if (child.exitCode !== null) throw new Error('The bare Express did not start.');
    await sleep(50);
  }
  return {
    url,
    async stop() {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}

const answers = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
