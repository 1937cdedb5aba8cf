import type { ServerConfig } from '../config.ts';
import { readProgramSettings } from '../config/program-settings.ts';
import { readSettings } from '../config/read-settings.ts';
import { AppError } from '../shared/app-error.ts';
import type { DatabaseAddress } from '../store/open-store.ts';
import { MANAGED_SETTINGS } from './managed-settings.ts';
import { consoleSettings } from './console-settings.ts';
import { programFields } from './program-fields.ts';

export interface ManagedSources {
  /** As LoadPluginConfiguration gives them. */
  settings: Readonly<Record<string, unknown>>;
  /** PATH and LANG for an external program. */
  environment: Readonly<Record<string, string | undefined>>;
  /** Mattermost's own database; asked only when no other one is set. */
  ownDatabase: () => DatabaseAddress;
}

/** Every Mattermost node keeps these open besides its own. */
const CONNECTIONS = 5;

const KEYS = [...Object.keys(MANAGED_SETTINGS), 'Program', 'ProgramFolder', 'ProgramSettings'];

/** @throws {AppError} invalid_config with one line for each fault */
export function readManagedConfig({ settings, environment, ownDatabase }: ManagedSources): ServerConfig {
  const faults: string[] = [];
  const given = consoleSettings(settings, KEYS, faults);
  const values = readSettings(MANAGED_SETTINGS, { env: given, readFile }, faults);
  const env = { ...programFields(given, faults), ...environment };
  const program = readProgramSettings({ env, readFile }, faults);
  if (faults.length > 0) throw new AppError('invalid_config', faults.join('\n'));
  return {
    mattermost: { url: '', webhookTokens: values.WebhookTokens, commandTokens: [] },
    databaseUrl: values.Database === '' ? ownDatabase() : values.Database,
    databaseConnections: CONNECTIONS,
    http: { trustedProxies: [], requestsPerMinute: values.RequestsPerMinute },
    webhookList: values.WebhookList,
    triggerWords: values.TriggerWords,
    language: values.Language,
    program,
  };
}

function readFile(): never {
  throw new Error('Settings of the System Console name no files.');
}
