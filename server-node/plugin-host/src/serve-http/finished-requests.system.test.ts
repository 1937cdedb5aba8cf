import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, it } from '@jest/globals';

import { startPlugin } from '../../test/host/plugin-process.ts';

const INDEX = new URL('../index.ts', import.meta.url).href;
const WARM_UP = 2_000;
const REQUESTS = 6_000;
const AT_ONCE = 8;

/** Answers requests; from `/begin` to `/end` it counts what the collection of short-lived objects moves to the others. */
const COUNTING_PLUGIN = `import { GCProfiler } from 'node:v8';
import { runPlugin } from ${JSON.stringify(INDEX)};
const profiler = new GCProfiler();
const oldBytes = ({ heapSpaceStatistics }) =>
  heapSpaceStatistics.find(({ spaceName }) => spaceName === 'old_space').spaceUsedSize;
const moved = () => profiler.stop().statistics
  .filter(({ gcType }) => gcType === 'Scavenge')
  .reduce((sum, { beforeGC, afterGC }) => sum + oldBytes(afterGC) - oldBytes(beforeGC), 0);
await runPlugin(() => ({
  ServeHTTP(request, response) {
    if (request.url === '/begin') profiler.start();
    response.setHeader('Content-Type', 'application/json').end(request.url === '/end' ? String(moved()) : '{}');
  },
}));
`;

/**
 * Memory would otherwise grow to several times that at rest, or all of it be gone through again and again. What V8
 * takes for long-lived keeps all that it leads to: a function written directly into a property
 * (`request._read = () => …`), a `Writable`, the former tables of a `Map` whose entries come and go.
 */
it('leaves next to nothing of finished requests to the collection of long-lived objects', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plugin-memory-'));
  const script = join(folder, 'plugin.mjs');
  writeFileSync(script, COUNTING_PLUGIN);
  const program = [process.execPath, '--max-semi-space-size=2', script] as const;
  const { child, mattermost } = await startPlugin(program, { env: { TMPDIR: folder } });
  const ask = async (URL: string) => {
    const request = { Method: 'GET', URL, RemoteAddr: '127.0.0.1:40000' };
    return (await mattermost.internalRequest(request, new Uint8Array(0), 'alice')).lastWrite.toString();
  };
  const askMany = async (left: number) => {
    const asking = async () => {
      while (left-- > 0) await ask('/');
    };
    await Promise.all(Array.from({ length: AT_ONCE }, asking));
  };
  try {
    await mattermost.activate();
    await askMany(WARM_UP);
    await ask('/begin');
    await askMany(REQUESTS);
    expect(Number(await ask('/end')) / REQUESTS).toBeLessThan(1_000);
  } finally {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  }
}, 30_000);
