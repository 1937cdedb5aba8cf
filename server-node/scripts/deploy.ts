/** Uploads a bundle of dist/ to MM_URL, enables it, and says whether it runs: see --help. */
import { readFileSync } from 'node:fs';
import { readSiteUrl } from '../src/config/setting.ts';
import { PLUGIN_ID, PLUGIN_VERSION } from '../src/contract/manifest.ts';
import { RestError } from '../src/mattermost/rest/rest-error.ts';
import { openAdminSession } from '../src/setup/admin/admin-session.ts';
import { explainRest } from '../src/setup/admin/explain-rest.ts';
import { troubleError } from '../src/setup/plugin/status-trouble.ts';
import { readInstalled } from '../src/setup/plugin/plugin-records.ts';
import { readCredentials } from '../src/setup/setup-options.ts';
import { readBundleFile } from './deploy/bundle-file.ts';
import { DEPLOY_HELP, readDeployOptions, type DeployOptions } from './deploy/deploy-options.ts';
import { refusalTrouble } from './deploy/refusal-trouble.ts';
import { putPlugin } from './deploy/put-plugin.ts';

/** Forty megabytes at one megabyte a second, and a busy server. */
const UPLOAD_MS = 120_000;
const source = { env: process.env, readFile: (path: string) => readFileSync(path, 'utf8') };

async function deploy(options: DeployOptions, url: string): Promise<string> {
  const credentials = readCredentials(undefined, source);
  if (credentials === undefined) throw new Error(DEPLOY_HELP);
  const session = await openAdminSession(url, credentials, Date.now, UPLOAD_MS);
  try {
    const bundle = readBundleFile(options, await readInstalled(session.call, PLUGIN_ID));
    await putPlugin(session.call, { id: PLUGIN_ID, version: PLUGIN_VERSION, bytes: bundle.bytes });
    return `${bundle.name} runs on ${url}.`;
  } finally {
    await session.close();
  }
}

const url = readSiteUrl(process.env['MM_URL'] ?? '') ?? '';
try {
  const options = readDeployOptions(process.argv.slice(2));
  if (options !== undefined && url === '') throw new Error(`Expected MM_URL.\n\n${DEPLOY_HELP}`);
  console.log(options === undefined ? DEPLOY_HELP : await deploy(options, url));
} catch (error) {
  const trouble = error instanceof RestError ? refusalTrouble(error) : undefined;
  console.error((trouble === undefined ? explainRest(error, url) : troubleError(trouble)).message);
  process.exitCode = 1;
}
