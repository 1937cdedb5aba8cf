import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of the bundle: its path below the top folder, and its bytes. */
export interface BundleEntry {
  path: string;
  content: Buffer;
  /** 0644 unless it says so: Mattermost gives no file the right to run. */
  mode?: number;
}

/**
 * What goes into the sidecar's bundle: the manifest, the built webapp (without source maps, which Mattermost would serve to
 * anyone), the icon, the licence, and the notices of what the bundler took in.
 *
 * @param root the project's folder, with `webapp/dist` built
 */
export function bundleEntries(root: string, notices: string): BundleEntry[] {
  const file = (path: string): BundleEntry => ({ path, content: readFileSync(join(root, path)) });
  const built = readdirSync(join(root, 'webapp/dist'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
    .map((entry) => file(join(entry.parentPath, entry.name).slice(join(root, '/').length)));
  if (!built.some(({ path }) => path === 'webapp/dist/main.js')) {
    throw new Error('webapp/dist/main.js is missing: build the webapp first (npm run build).');
  }
  const notice = { path: 'NOTICE.txt', content: Buffer.from(notices) };
  return [sidecarManifest(root), file('assets/icon.svg'), file('LICENSE'), notice, ...built];
}

/** A sidecar has its settings elsewhere: those of the manifest would be shown in the System Console without effect. */
function sidecarManifest(root: string): BundleEntry {
  const { settings_schema: _without, ...manifest } = JSON.parse(
    readFileSync(join(root, 'plugin.json'), 'utf8'),
  ) as Record<string, unknown>;
  return { path: 'plugin.json', content: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) };
}
