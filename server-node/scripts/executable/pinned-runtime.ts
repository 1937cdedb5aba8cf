import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fetchRuntime } from './fetch-runtime.ts';
import { isOurs, PLATFORMS, type Platform } from './platform.ts';

/** Node for a platform, as the lockfile says. */
export interface PinnedRuntime {
  version: string;
  /** The checksum of the npm package, as npm writes it: `sha512-…`. */
  integrity: string;
}

/** The folder of an unpacked runtime package: bin/node and LICENSE are in it. */
export async function runtimeFolder(root: string, platform: Platform): Promise<string> {
  const name = PLATFORMS[platform].runtimePackage;
  const pinned = pinnedRuntime(readJson(join(root, 'package-lock.json')), name);
  refuseOtherBuilder(pinned.version);
  const installed = join(root, 'node_modules', name);
  if (isOurs(platform) && existsSync(installed)) {
    refuseOtherInstall(pinnedRuntime(readJson(join(root, 'node_modules/.package-lock.json')), name), pinned);
    return installed;
  }
  return fetchRuntime(name, pinned, join(root, 'node_modules/.cache/executable'));
}

/** @throws {Error} when the lockfile does not pin it */
export function pinnedRuntime(lock: unknown, name: string): PinnedRuntime {
  const { packages = {} } = lock as { packages?: Record<string, Partial<PinnedRuntime>> };
  const { version, integrity } = packages[`node_modules/${name}`] ?? {};
  if (version === undefined || integrity === undefined) {
    throw new Error(`Expected package-lock.json to pin ${name} with its integrity; it does not.`);
  }
  return { version, integrity };
}

/** The prepared program is read only by the version of Node that wrote it. */
function refuseOtherBuilder(version: string): void {
  if (process.version !== `v${version}`) {
    throw new Error(
      `The executable for Node ${version} must be built by that version; this is ${process.version}. Use \`npm run dist\`.`,
    );
  }
}

function refuseOtherInstall(installed: PinnedRuntime, pinned: PinnedRuntime): void {
  if (installed.version !== pinned.version || installed.integrity !== pinned.integrity) {
    throw new Error('node_modules does not hold the Node that package-lock.json pins. Run `npm ci`.');
  }
}

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
