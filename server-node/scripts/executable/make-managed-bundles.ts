import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeManagedBundle } from './managed-bundle.ts';
import { isOurs, type Platform } from './platform.ts';

/** The to-do backend as Mattermost starts it. */
const ENTRY = 'server-node/src/main-managed.ts';

export type ManagedBundle = { path: string } | { notBuilt: string };

/**
 * One bundle for each of these platforms. That of another platform needs more than this machine may have, so its absence is said
 * and not fatal; that of our own has to succeed.
 */
export async function makeManagedBundles(
  root: string,
  webappPackages: readonly string[],
  platforms: readonly Platform[],
): Promise<ManagedBundle[]> {
  const entry = join(root, ENTRY);
  if (!existsSync(entry)) return [];
  const bundles: ManagedBundle[] = [];
  for (const platform of platforms) {
    bundles.push(
      await bundleFor(platform, () => makeManagedBundle({ root, entry, platform, webappPackages })),
    );
  }
  return bundles;
}

/** @throws what making it throws, when the platform is our own */
export async function bundleFor(platform: Platform, make: () => Promise<string>): Promise<ManagedBundle> {
  try {
    return { path: await make() };
  } catch (error) {
    if (isOurs(platform)) throw error;
    return { notBuilt: `${platform}: ${(error as Error).message}` };
  }
}
