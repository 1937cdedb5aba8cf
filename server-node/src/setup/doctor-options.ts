import { parseArgs } from 'node:util';
import { AppError } from '../shared/app-error.ts';
import { readSiteUrl } from '../config/setting.ts';
import type { SettingsSource } from '../config/given-values.ts';
import type { Credentials } from './admin/admin-session.ts';
import { DEFAULT_SETTINGS_FILE, readCredentials } from './setup-options.ts';

export interface DoctorOptions {
  settingsPath: string;
  /** Where Mattermost is, when it may be the one that runs the backend. */
  url: string | undefined;
  /** Undefined: what only an administrator may see is not checked. */
  credentials: Credentials | undefined;
}

export const DOCTOR_HELP = `Checks each link of the chain, one line each, and names the one thing to do for each fault.

  MM_URL                where Mattermost is, if it runs the backend itself; needs an administrator's token
  --settings FILE       else: the backend's settings; default: ${DEFAULT_SETTINGS_FILE}; the environment goes before it
  --token-file FILE     a file with a system administrator's access token (or MM_ADMIN_TOKEN, or MM_ADMIN_USER with
                        MM_ADMIN_PASSWORD); without one some links are "not checked", which is no fault

Exit code: 0 when no link is broken, 1 when one is, 2 when the settings cannot be used.
`;

/** @returns undefined when help is asked for. @throws {AppError} invalid_config */
export function readDoctorOptions(
  args: readonly string[],
  source: SettingsSource,
): DoctorOptions | undefined {
  const { settings, help, 'token-file': tokenFile } = parsed(args);
  if (help) return undefined;
  return {
    settingsPath: settings ?? DEFAULT_SETTINGS_FILE,
    url: settings === undefined ? readSiteUrl(source.env['MM_URL'] ?? '') : undefined,
    credentials: readCredentials(tokenFile, source),
  };
}

function parsed(args: readonly string[]) {
  const options = {
    settings: { type: 'string' },
    'token-file': { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new AppError('invalid_config', `${(error as Error).message}\n\n${DOCTOR_HELP}`);
  }
}
