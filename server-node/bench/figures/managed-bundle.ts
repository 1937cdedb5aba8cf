import { existsSync, statSync } from 'node:fs';
import { PLATFORMS, type Platform } from '../../scripts/executable/platform.ts';
import { atMost, type Figure } from '../figure.ts';
import { managedBundlePath } from '../servers/unpack-managed.ts';

const MEGABYTE = 1_000_000;

/** Measures the bundles with the backend inside, as `npm run dist` has left them. */
export async function managedBundle(): Promise<Figure[]> {
  const [built, missing] = partition(Object.keys(PLATFORMS) as Platform[]);
  for (const platform of missing) {
    process.stderr.write(`managed-bundle: skipped for ${platform}, dist/ has none; run \`npm run dist\`.\n`);
  }
  return built.map((platform) => {
    const value = statSync(managedBundlePath(platform)).size / MEGABYTE;
    return atMost(42, { name: `managed: bundle ${platform}, tar.gz`, value, unit: 'MB' });
  });
}

const partition = (platforms: Platform[]) => {
  const isBuilt = (platform: Platform) => existsSync(managedBundlePath(platform));
  return [platforms.filter(isBuilt), platforms.filter((one) => !isBuilt(one))] as const;
};
