import type { PluginApi } from 'mattermost-plugin-host';
import { z } from 'zod';
import { AppError } from '../shared/app-error.ts';

/** The part of Mattermost's configuration that we need. Empty values do not travel. */
const schema = z.object({
  SqlSettings: z.object({ DriverName: z.string().default('postgres'), DataSource: z.string().default('') }),
  ClusterSettings: z.object({ Enable: z.boolean().default(false) }).default({ Enable: false }),
  ServiceSettings: z.object({ SiteURL: z.string().default('') }).catch({ SiteURL: '' }),
  LocalizationSettings: z.object({ DefaultClientLocale: z.string() }).catch({ DefaultClientLocale: '' }),
});
const licence = z.object({ Features: z.object({ Cluster: z.literal(true) }) });

export interface MattermostSite {
  driver: string;
  /** Holds a password. */
  dataSource: string;
  /** Mattermost carries events from node to node. Several servers may share a database without it. */
  isCluster: boolean;
  /** The language for those who have chosen none, such as `zh-CN`; may be empty. */
  locale: string;
  /** The address that people know; may be empty. */
  url: string;
}

/** @throws {AppError} invalid_config */
export async function readSite(
  api: Pick<PluginApi, 'GetUnsanitizedConfig' | 'GetLicense'>,
): Promise<MattermostSite> {
  const { data } = schema.safeParse(await api.GetUnsanitizedConfig());
  if (data === undefined)
    throw unreadable('The configuration of Mattermost', 'SqlSettings with a DataSource');
  const { SqlSettings, ClusterSettings, LocalizationSettings, ServiceSettings } = data;
  return {
    driver: SqlSettings.DriverName,
    dataSource: SqlSettings.DataSource,
    isCluster: ClusterSettings.Enable && (await isLicensed(api)),
    locale: LocalizationSettings.DefaultClientLocale,
    url: ServiceSettings.SiteURL,
  };
}

/** Without a licence for it Mattermost ignores that a cluster is switched on, and no node hears of another. */
async function isLicensed(api: Pick<PluginApi, 'GetLicense'>): Promise<boolean> {
  return licence.safeParse(await api.GetLicense()).success;
}

/**
 * @returns {} when nothing was ever saved
 * @throws {AppError} invalid_config
 */
export async function readPluginSettings(
  api: Pick<PluginApi, 'LoadPluginConfiguration'>,
): Promise<Record<string, unknown>> {
  const text = Buffer.from(await api.LoadPluginConfiguration()).toString('utf8');
  const parsed = z
    .record(z.string(), z.unknown())
    .nullable()
    .safeParse(text === '' ? null : parseJson(text));
  if (parsed.success) return parsed.data ?? {};
  throw unreadable('The settings of this plugin in the configuration of Mattermost', 'a JSON object');
}

/** What came is not shown: it may hold secrets. */
function unreadable(what: string, expected: string): AppError {
  return new AppError('invalid_config', `${what} cannot be read: expected ${expected}; got something else.`);
}

/** @returns undefined for what is no JSON */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
