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

/** @returns undefined, and says so, when there is none for this machine */
export function ownManagedBundle(what: string): string | undefined {
  const platform = (Object.keys(PLATFORMS) as Platform[]).find(isOurs);
  const path = platform === undefined ? '' : managedBundlePath(platform);
  if (existsSync(path)) return path;
  process.stderr.write(`${what}: skipped, dist/ has no bundle for this machine; run \`npm run dist\`.\n`);
  return undefined;
}

/** Runs `act` with the executable out of this machine's bundle, and a folder for data. Without one it is skipped. */
export async function withManaged<T>(
  what: string,
  act: (executable: string, folder: string) => Promise<T[]>,
): Promise<T[]> {
  const bundle = ownManagedBundle(what);
  if (bundle === undefined) return [];
  const folder = await mkdtemp(join(tmpdir(), 'todo-bench-'));
  try {
    execFileSync('tar', ['xzf', bundle, '-C', folder]);
    return await act(join(folder, PLUGIN_ID, 'server', PLUGIN_ID), folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
