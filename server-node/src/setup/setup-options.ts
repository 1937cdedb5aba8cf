import { parseArgs } from 'node:util';
import { AppError } from '../shared/app-error.ts';
import { SETTINGS } from '../config/settings.ts';
import { readSiteUrl } from '../config/setting.ts';
import { givenValue, quote, type SettingsSource } from '../config/given-values.ts';
import type { Credentials } from './admin/admin-session.ts';
import type { ChannelName, Wanted } from './plan/wanted.ts';
import { isPlainValue, PLAIN } from './settings-file.ts';

export const DEFAULT_SETTINGS_FILE = 'todo-node.env';

export interface SetupOptions {
  wanted: Wanted;
  credentials: Credentials;
  settingsPath: string;
  dryRun: boolean;
}

const OPTIONS = {
  url: { type: 'string' },
  'token-file': { type: 'string' },
  team: { type: 'string', multiple: true },
  'all-teams': { type: 'boolean' },
  webhook: { type: 'string', multiple: true },
  'integrations-url': { type: 'string' },
  'backend-url': { type: 'string' },
  port: { type: 'string' },
  database: { type: 'string' },
  bot: { type: 'string' },
  settings: { type: 'string' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const SETUP_HELP = `Makes what the to-do backend needs on a Mattermost; may be repeated, changes only what is not right yet.

  --url URL             where Mattermost is, for the backend (or MM_URL)
  --token-file FILE     a file with a system administrator's access token (or MM_ADMIN_TOKEN,
                        or MM_ADMIN_USER with MM_ADMIN_PASSWORD)
  --team NAME           a team to set up; several times for several
  --all-teams           every team
  --webhook TEAM/CHANNEL  a public channel in which "todo ..." is for the bot; several times for several
  --integrations-url URL  where Mattermost, and nobody else, reaches the backend for slash commands and webhooks;
                        default: http://127.0.0.1:8078, where Mattermost is on this machine
  --backend-url URL     the same at an address that outsiders reach, too, such as the site's own: then the bot brings
                        private answers as direct messages; default where neither is known: SiteURL
  --port N              where the backend listens for the proxy; default: what the settings say, else 8077
  --database ADDRESS    where its to-dos are: sqlite:<path> or postgres://<user>:<password>@<host>/<database>;
                        default: what the settings say, else a file below var/
  --bot NAME            user name of the bot; default: todo
  --settings FILE       the backend's settings; default: ${DEFAULT_SETTINGS_FILE}
  --dry-run             say what would be done, and do nothing
`;

/**
 * @returns undefined when help is asked for
 * @throws {AppError} invalid_config with every fault, one a line
 */
export function readSetupOptions(args: readonly string[], source: SettingsSource): SetupOptions | undefined {
  const given = parsed(args);
  if (given.help) return undefined;
  const faults: string[] = [];
  const mattermostUrl = readUrl(given.url ?? source.env['MM_URL'], '--url or MM_URL', faults);
  const backendUrl =
    given['backend-url'] === undefined ? undefined : readUrl(given['backend-url'], '--backend-url', faults);
  const integrationsUrl =
    given['integrations-url'] === undefined
      ? undefined
      : readUrl(given['integrations-url'], '--integrations-url', faults);
  if (backendUrl !== undefined && integrationsUrl !== undefined) faults.push(ONE_OF_BOTH);
  const settings = {
    PORT: readSetting('PORT', given.port, '--port', faults),
    DATABASE_URL: readSetting('DATABASE_URL', given.database, '--database', faults),
  };
  const credentials = readCredentials(given['token-file'], source);
  if (credentials === undefined) faults.push(NO_CREDENTIALS);
  const webhooks = (given.webhook ?? []).map((name) => readChannelName(name, faults));
  if (faults.length > 0 || credentials === undefined) throw new AppError('invalid_config', faults.join('\n'));
  const teams = given['all-teams'] ? ('all' as const) : (given.team ?? []);
  return {
    wanted: {
      mattermostUrl,
      integrationsUrl,
      backendUrl,
      bot: given.bot ?? 'todo',
      teams,
      webhooks,
      settings,
    },
    credentials,
    settingsPath: given.settings ?? DEFAULT_SETTINGS_FILE,
    dryRun: given['dry-run'] ?? false,
  };
}

const ONE_OF_BOTH = '--integrations-url: Expected either it or --backend-url; got both.';

const NO_CREDENTIALS =
  'MM_ADMIN_TOKEN: Expected the access token of a system administrator there or by --token-file, or MM_ADMIN_USER with MM_ADMIN_PASSWORD; got nothing.';

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new AppError('invalid_config', `${(error as Error).message}\n\n${SETUP_HELP}`);
  }
}

function readUrl(text: string | undefined, name: string, faults: string[]): string {
  const read = readSiteUrl(text ?? '');
  const url = read !== undefined && isPlainValue(read) ? read : undefined;
  if (url === undefined)
    faults.push(
      `${name}: Expected an address such as https://chat.example.com, without a user or password; got ${text === undefined ? 'nothing' : quote(text)}.`,
    );
  return url ?? '';
}

/** As the backend will read it, whose words tell what is wrong; it may hold a password and is not shown. */
function readSetting(
  name: 'PORT' | 'DATABASE_URL',
  text: string | undefined,
  option: string,
  faults: string[],
): string | undefined {
  if (text === undefined) return undefined;
  const { read, expected } = SETTINGS[name];
  if (read(text) === undefined) faults.push(`${option}: Expected ${expected}.`);
  else if (!isPlainValue(text)) faults.push(`${option}: Expected ${PLAIN}; percent-encode all else.`);
  else return text;
  return undefined;
}

function readChannelName(name: string, faults: string[]): ChannelName {
  const [team, channel, ...rest] = name.split('/');
  if (team && channel && rest.length === 0) return { team, channel };
  faults.push(`--webhook: Expected TEAM/CHANNEL, such as engineering/town-square; got ${name}.`);
  return { team: '', channel: '' };
}

/** @returns undefined when none are given */
export function readCredentials(
  tokenFile: string | undefined,
  source: SettingsSource,
): Credentials | undefined {
  const env = tokenFile === undefined ? source.env : { MM_ADMIN_TOKEN_FILE: tokenFile };
  const token = given('MM_ADMIN_TOKEN', { ...source, env });
  if (token !== undefined) return { token };
  const user = given('MM_ADMIN_USER', source);
  const password = given('MM_ADMIN_PASSWORD', source);
  return user !== undefined && password !== undefined ? { user, password } : undefined;
}

function given(name: string, source: SettingsSource): string | undefined {
  const value = givenValue(source, name);
  if ('fault' in value) throw new AppError('invalid_config', value.fault);
  return value.text;
}
