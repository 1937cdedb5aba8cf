import { z } from 'zod';
import { readConfig, type Config } from '../config.ts';
import type { SettingsSource } from '../config/given-values.ts';
import type { RestCall } from '../mattermost/rest/rest-call.ts';
import { RestError } from '../mattermost/rest/rest-error.ts';
import { callJson } from '../mattermost/rest/rest-json.ts';
import { AppError } from '../shared/app-error.ts';
import type { Clock } from '../shared/time.ts';
import { openAdminSession, openCalls } from './admin/admin-session.ts';
import type { DoctorOptions } from './doctor-options.ts';
import { examine } from './doctor/examine.ts';
import { fault, findingLine, isHealthy, ok } from './doctor/finding.ts';
import { readSettingsFile, type SettingsFile } from './settings-file.ts';

export interface DoctorDeps {
  source: SettingsSource;
  now: Clock;
  fetch: typeof globalThis.fetch;
  say(line: string): void;
}

/** @returns 0: all is well; 1: a link is broken; 2: the settings cannot be used */
export async function runDoctor(
  options: DoctorOptions,
  { source, now, fetch, say }: DoctorDeps,
): Promise<number> {
  const file = await readSettingsFile(options.settingsPath);
  const config = configOf(file, source, say);
  if (config === undefined) return 2;
  const isPrivate = settingsLine(file, say);
  const { call, close } = openCalls(config.mattermost.url, now);
  const admin = await signIn(config.mattermost.url, options, now, say);
  try {
    const bot: RestCall = (request) => call({ token: config.mattermost.botToken, ...request });
    const siteUrl = await siteUrlOf(bot);
    const context = { config, anyone: call, bot, admin: admin.session, siteUrl, fetch, now };
    const findings = await examine(context, (finding) => say(findingLine(finding)));
    return isHealthy(findings) && isPrivate && admin.isRight ? 0 : 1;
  } finally {
    await admin.session?.close();
    close();
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
    for (const line of error.message.split('\n')) {
      say(
        findingLine(
          fault('settings', line, `correct it in ${path} or in the environment; setup writes the tokens.`),
        ),
      );
    }
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

/** A wrong token of an administrator is a fault; a Mattermost that is away is found by the first check. */
async function signIn(url: string, { credentials }: DoctorOptions, now: Clock, say: (line: string) => void) {
  if (credentials === undefined) return { session: undefined, isRight: true };
  try {
    const session = await openAdminSession(url, credentials, now);
    await session.call({ method: 'GET', path: '/api/v4/config' });
    return { session, isRight: true };
  } catch (error) {
    if (error instanceof RestError && error.status !== 401 && error.status !== 403)
      return { session: undefined, isRight: true };
    if (!(error instanceof AppError) && !(error instanceof RestError)) throw error;
    say(
      findingLine(
        fault(
          'settings',
          `The administrator's token is refused (${error.message}).`,
          'give the token of a system administrator, or none.',
        ),
      ),
    );
    return { session: undefined, isRight: false };
  }
}

const clientConfig = z.object({ SiteURL: z.string().default('') });

/** Anybody may ask for it; a wrong token of the bot is found by its own check. */
async function siteUrlOf(call: RestCall): Promise<string | undefined> {
  const request = { method: 'GET', path: '/api/v4/config/client?format=old', token: undefined };
  const asked = callJson(call, request, clientConfig).catch(() => ({ SiteURL: '' }));
  return (await asked).SiteURL.replace(/\/+$/, '') || undefined;
}
