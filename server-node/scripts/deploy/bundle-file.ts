import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PLUGIN_ID, PLUGIN_VERSION } from '../../src/contract/manifest.ts';
import type { InstalledPlugin } from '../../src/setup/plugin/plugin-records.ts';
import { PLATFORMS } from '../executable/platform.ts';
import type { DeployOptions } from './deploy-options.ts';

export interface BundleFile {
  /** Below the project's folder. */
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** @throws {Error} with what to do when there is no such bundle */
export function readBundleFile(options: DeployOptions, installed: InstalledPlugin | undefined): BundleFile {
  const name = bundleName(options, installed);
  const path = fileURLToPath(new URL(`../../../${name}`, import.meta.url));
  if (!existsSync(path)) throw new Error(`There is no ${name}. Make it first: npm run dist`);
  return { name, bytes: new Uint8Array(readFileSync(path)) };
}

export function bundleName(
  { kind, platform }: DeployOptions,
  installed: Pick<InstalledPlugin, 'isManaged'> | undefined,
): string {
  const base = `dist/${PLUGIN_ID}-${PLUGIN_VERSION}`;
  const isManaged = kind === undefined ? installed?.isManaged === true : kind === 'managed';
  if (!isManaged) return `${base}.tar.gz`;
  if (platform !== undefined) return `${base}-${platform}.tar.gz`;
  throw new Error(
    `Say for which server the bundle shall be: --platform ${Object.keys(PLATFORMS).join(' or ')}.`,
  );
}
