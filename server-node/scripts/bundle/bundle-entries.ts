import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One file of the bundle: its path below the top folder, and its bytes. */
export interface BundleEntry {
  path: string;
  content: Buffer;
}

/**
 * What goes into the bundle: the manifest, the built webapp (without source maps, which Mattermost would serve to
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
  return [file('plugin.json'), file('assets/icon.svg'), file('LICENSE'), notice, ...built];
}
