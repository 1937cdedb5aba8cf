/**
 * Builds the webapp and packs it for the System Console: dist/todo-node-<version>.tar.gz for the sidecar, and one more
 * for each platform with the backend and Node in it. The same bytes each time.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWebapp } from './bundle/build-webapp.ts';
import { bundleEntries } from './bundle/bundle-entries.ts';
import { packBundle } from './bundle/pack-bundle.ts';
import { makeManagedBundles } from './executable/make-managed-bundles.ts';
import { PLUGIN_ID, PLUGIN_VERSION } from '../src/contract/manifest.ts';
import { packageDirsOf, thirdPartyNotices } from './third-party-notices.ts';

/** React and its friends come from Mattermost at run time. */
const NOTHING_TAKEN_IN = 'This bundle holds no code of third parties.\n';
const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const packages = packageDirsOf(await buildWebapp(root));
const notices = packages.length === 0 ? NOTHING_TAKEN_IN : thirdPartyNotices(packages);
const bundle = await packBundle(PLUGIN_ID, bundleEntries(root, notices));
const path = `dist/${PLUGIN_ID}-${PLUGIN_VERSION}.tar.gz`;
mkdirSync(join(root, 'dist'), { recursive: true });
writeFileSync(join(root, path), bundle);
report(path);
for (const managed of await makeManagedBundles(root, packages)) {
  if ('path' in managed) report(managed.path);
  else console.warn(`Not built: ${managed.notBuilt}`);
}

function report(built: string): void {
  const bytes = readFileSync(join(root, built));
  console.log(`${built}  ${bytes.length} bytes  sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
}
