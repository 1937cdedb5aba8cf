/** Uploads dist/todo-node-<version>.tar.gz to MM_URL, enables it, and says whether it runs. */
import { readFileSync } from 'node:fs';
import { readSiteUrl } from '../src/config/setting.ts';
import { PLUGIN_ID, PLUGIN_VERSION } from '../src/contract/manifest.ts';
import { openAdminSession } from '../src/setup/admin/admin-session.ts';
import { readCredentials } from '../src/setup/setup-options.ts';
import { statusFault, uploadBundle } from './bundle/upload-bundle.ts';

const source = { env: process.env, readFile: (path: string) => readFileSync(path, 'utf8') };
const bundlePath = new URL(`../../dist/${PLUGIN_ID}-${PLUGIN_VERSION}.tar.gz`, import.meta.url);

try {
  const url = readSiteUrl(process.env['MM_URL'] ?? '');
  const credentials = readCredentials(undefined, source);
  if (url === undefined || credentials === undefined) {
    throw new Error('Expected MM_URL, and MM_ADMIN_TOKEN or MM_ADMIN_USER with MM_ADMIN_PASSWORD.');
  }
  const bundle = new Uint8Array(readFileSync(bundlePath));
  const session = await openAdminSession(url, credentials, Date.now);
  try {
    const fault = statusFault(await uploadBundle(session.call, PLUGIN_ID, bundle), PLUGIN_VERSION);
    if (fault !== undefined) throw new Error(fault);
    console.log(`${PLUGIN_ID} ${PLUGIN_VERSION} runs on ${url}.`);
  } finally {
    await session.close();
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
