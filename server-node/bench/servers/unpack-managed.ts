import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isOurs, PLATFORMS, type Platform } from '../../scripts/executable/platform.ts';
import { PLUGIN_ID, PLUGIN_VERSION } from '../../src/contract/manifest.ts';

const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));

export const managedBundlePath = (platform: Platform): string =>
  join(DIST, `${PLUGIN_ID}-${PLUGIN_VERSION}-${platform}.tar.gz`);

/** Runs `act` with the executable out of this machine's bundle, and a folder for data. Without one it is skipped. */
export async function withManaged<T>(
  what: string,
  act: (executable: string, folder: string) => Promise<T[]>,
): Promise<T[]> {
  const platform = (Object.keys(PLATFORMS) as Platform[]).find(isOurs);
  if (platform === undefined || !existsSync(managedBundlePath(platform))) {
    process.stderr.write(`${what}: skipped, dist/ has no bundle for this machine; run \`npm run dist\`.\n`);
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'todo-bench-'));
  try {
    execFileSync('tar', ['xzf', managedBundlePath(platform), '-C', folder]);
    return await act(join(folder, PLUGIN_ID, 'server', PLUGIN_ID), folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
