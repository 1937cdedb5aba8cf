import { readConfig, type Config } from '../config.ts';
import type { SettingsSource } from '../config/given-values.ts';
import { greetsUs } from '../mattermost/rest/messages/greets-us.ts';
import type { RestCall } from '../mattermost/rest/rest-call.ts';
import { trimSiteUrl } from '../mattermost/rest/rest-client.ts';
import { AppError } from '../shared/app-error.ts';
import { SECOND_MS } from '../shared/time.ts';
import { TOKEN_ID } from './admin/bot-token.ts';
import type { DoctorOptions } from './doctor-options.ts';
import type { DoctorDeps } from './doctor/doctor-deps.ts';
import { examine } from './doctor/examine.ts';
import { fault, findingLine, isHealthy, ok } from './doctor/finding.ts';
import { sidecarChecks } from './doctor/sidecar-checks.ts';
import { openSiteContext } from './open-site-context.ts';
import type { SettingsFile } from './settings-file.ts';

/** Mattermost closes a WebSocket with a wrong token after five seconds. */
const GREETING_MS = 6 * SECOND_MS;

/** @returns as {@link runDoctor} */
export async function runSidecarDoctor(
  { credentials }: DoctorOptions,
  file: SettingsFile,
  deps: DoctorDeps,
): Promise<number> {
  const { source, say } = deps;
  const config = configOf(file, source, say);
  if (config === undefined) return 2;
  const isPrivate = settingsLine(file, say);
  const site = await openSiteContext(config.mattermost.url, credentials, deps);
  if (site.fault !== undefined) say(findingLine(site.fault));
  try {
    const { anyone } = site.context;
    const bot: RestCall = (request) => anyone({ token: config.mattermost.botToken, ...request });
    const { url, botToken: token } = config.mattermost;
    const greetsBot = () => greetsUs({ url: trimSiteUrl(url), token, withinMs: GREETING_MS });
    const botTokenId = source.env[TOKEN_ID] ?? file.values[TOKEN_ID] ?? '';
    const context = { ...site.context, config, resolve: deps.resolve, bot, botTokenId, greetsBot };
    const findings = await examine(sidecarChecks(config), context, (finding) => say(findingLine(finding)));
    return isHealthy(findings) && isPrivate && site.fault === undefined ? 0 : 1;
  } finally {
    await site.close();
  }
}

function configOf(
  { path, values }: SettingsFile,
  { env, readFile }: SettingsSource,
  say: (line: string) => void,
): Config | undefined {
  try {
    return readConfig({ env: { ...values, ...env }, readFile });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const fix = `correct it in ${path} or in the environment; setup writes the tokens. Where Mattermost runs the backend, give MM_URL and an administrator's token instead.`;
    for (const line of error.message.split('\n')) say(findingLine(fault('settings', line, fix)));
    return undefined;
  }
}

function settingsLine({ path, text, isPrivate }: SettingsFile, say: (line: string) => void): boolean {
  const finding = isPrivate
    ? ok('settings', `All settings can be used${text === '' ? '' : `; ${path} is for its owner only`}.`)
    : fault('settings', `${path} holds tokens, and others on this machine may read it.`, `chmod 600 ${path}`);
  say(findingLine(finding));
  return isPrivate;
}
