import type { MeView } from './contract/api.ts';
import type { SettingsSource } from './config/given-values.ts';
import { readProgramSettings } from './config/program-settings.ts';
import { readSettings, type Values } from './config/read-settings.ts';
import { SETTINGS } from './config/settings.ts';
import type { ProgramSettings } from './program/external/settings.ts';
import type { Language } from './program/texts/languages.ts';
import { AppError } from './shared/app-error.ts';
import type { DatabaseAddress } from './store/open-store.ts';

/** Everything that an operator decides. */
export interface Config {
  readonly mattermost: {
    /** Without a slash at the end. */
    readonly url: string;
    readonly botToken: string;
    readonly webhookTokens: readonly string[];
    readonly commandTokens: readonly string[];
  };
  readonly databaseUrl: string;
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly trustedProxies: readonly string[];
    readonly requestsPerMinute: number;
    /** Where only Mattermost itself posts; `null`: slash commands and webhooks come to `host` and `port`, too. */
    readonly integrations: IntegrationsAddress | null;
  };
  readonly logLevel: string;
  readonly webhookList: MeView['webhookList'];
  /** With one of them begins a message of a channel that is for the bot. */
  readonly triggerWords: readonly string[];
  /** The language of answers that everybody reads, and for those whose own language is not known. */
  readonly language: Language;
  /** `null`: the built-in program. */
  readonly program: ProgramSettings | null;
}

export interface IntegrationsAddress {
  readonly host: string;
  readonly port: number;
  /** As Mattermost reaches it, for setup and doctor. */
  readonly url: string | undefined;
}

/** The part that the backend needs whatever its host; the rest is for hosts. */
export interface ServerConfig {
  readonly mattermost: Pick<Config['mattermost'], 'url' | 'webhookTokens' | 'commandTokens'> &
    Partial<Pick<Config['mattermost'], 'botToken'>>;
  readonly databaseUrl: DatabaseAddress;
  /** To PostgreSQL, at once; the store's own default when left out. */
  readonly databaseConnections?: number;
  readonly http: Pick<Config['http'], 'trustedProxies' | 'requestsPerMinute'>;
  readonly webhookList: Config['webhookList'];
  readonly triggerWords: Config['triggerWords'];
  readonly language: Language;
  readonly program: Config['program'];
}

/**
 * @throws {AppError} invalid_config whose message has one line for each fault: the setting's name, what was
 * expected, and what came, unless that is secret
 */
export function readConfig(source: SettingsSource): Config {
  const faults: string[] = [];
  const values = readSettings(SETTINGS, source, faults);
  const program = readProgramSettings(source, faults);
  if (hasOnePort(values)) faults.push(ONE_PORT);
  if (faults.length > 0) throw new AppError('invalid_config', faults.join('\n'));
  return deepFreeze(configOf(values, program));
}

const ONE_PORT =
  'INTEGRATIONS_PORT: Expected another port than PORT, as the proxy of the site must not lead there; got the same.';

const hasOnePort = ({ PORT, INTEGRATIONS_PORT }: Values<typeof SETTINGS>): boolean =>
  INTEGRATIONS_PORT !== undefined && INTEGRATIONS_PORT !== 0 && INTEGRATIONS_PORT === PORT;

function integrationsOf(values: Values<typeof SETTINGS>): IntegrationsAddress | null {
  const { INTEGRATIONS_HOST: host, INTEGRATIONS_PORT: port, INTEGRATIONS_URL: url } = values;
  return port === undefined ? null : { host, port, url };
}

function configOf(values: Values<typeof SETTINGS>, program: ProgramSettings | null): Config {
  return {
    mattermost: {
      url: values.MATTERMOST_URL,
      botToken: values.MATTERMOST_BOT_TOKEN_TODO,
      webhookTokens: values.MATTERMOST_WEBHOOK_TOKEN_TODO,
      commandTokens: values.MATTERMOST_COMMAND_TOKEN_TODO,
    },
    databaseUrl: values.DATABASE_URL,
    http: {
      host: values.HOST,
      port: values.PORT,
      trustedProxies: values.TRUSTED_PROXIES,
      requestsPerMinute: values.REQUESTS_PER_MINUTE,
      integrations: integrationsOf(values),
    },
    logLevel: values.LOG_LEVEL,
    webhookList: values.TODO_WEBHOOK_LIST,
    triggerWords: values.TODO_TRIGGER_WORDS,
    language: values.TODO_LANGUAGE,
    program,
  };
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
