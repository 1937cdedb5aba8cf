/**
 * Builds the webapp and packs it for the System Console: dist/todo-node-<version>.tar.gz for the sidecar, and one more
 * for each platform with the backend and Node in it; with options of deploy.ts only what they upload. The same bytes
 * each time.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWebapp } from './bundle/build-webapp.ts';
import { bundleEntries } from './bundle/bundle-entries.ts';
import { packBundle } from './bundle/pack-bundle.ts';
import { bundlesToBuild, type BundlesToBuild } from './deploy/bundles-to-build.ts';
import { DEPLOY_HELP, readDeployOptions } from './deploy/deploy-options.ts';
import { makeManagedBundles } from './executable/make-managed-bundles.ts';
import { PLUGIN_ID, PLUGIN_VERSION } from '../src/contract/manifest.ts';
import { packageDirsOf, thirdPartyNotices } from './third-party-notices.ts';

/** React and its friends come from Mattermost at run time. */
const NOTHING_TAKEN_IN = 'This bundle holds no code of third parties.\n';
const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const options = readDeployOptions(process.argv.slice(2));
if (options === undefined) console.log(DEPLOY_HELP);
else await build(bundlesToBuild(options));

async function build({ sidecar, platforms }: BundlesToBuild): Promise<void> {
  const packages = packageDirsOf(await buildWebapp(root));
  mkdirSync(join(root, 'dist'), { recursive: true });
  if (sidecar) {
    const notices = packages.length === 0 ? NOTHING_TAKEN_IN : thirdPartyNotices(packages);
    const path = `dist/${PLUGIN_ID}-${PLUGIN_VERSION}.tar.gz`;
    writeFileSync(join(root, path), await packBundle(PLUGIN_ID, bundleEntries(root, notices)));
    report(path);
  }
  for (const managed of await makeManagedBundles(root, packages, platforms)) {
    if ('path' in managed) report(managed.path);
    else console.warn(`Not built: ${managed.notBuilt}`);
    // It was this one that was asked for.
    if ('notBuilt' in managed && platforms.length === 1) process.exitCode = 1;
  }
}

function report(built: string): void {
  const bytes = readFileSync(join(root, built));
  console.log(`${built}  ${bytes.length} bytes  sha256 ${createHash('sha256').update(bytes).digest('hex')}`);
}
