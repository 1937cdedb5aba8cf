import type { PluginApi } from 'mattermost-plugin-host';
import { z } from 'zod';
import { AppError } from '../shared/app-error.ts';

/** The part of Mattermost's configuration that we need. Empty values do not travel. */
const schema = z.object({
  SqlSettings: z.object({ DriverName: z.string().default('postgres'), DataSource: z.string().default('') }),
  ClusterSettings: z.object({ Enable: z.boolean().default(false) }).default({ Enable: false }),
});

export interface MattermostSite {
  /** Holds a password. */
  dataSource: string;
  isCluster: boolean;
}

/** @throws {AppError} invalid_config */
export async function readSite(api: Pick<PluginApi, 'GetUnsanitizedConfig'>): Promise<MattermostSite> {
  const { SqlSettings, ClusterSettings } = schema.parse(await api.GetUnsanitizedConfig());
  if (SqlSettings.DriverName !== 'postgres') {
    const message = `Mattermost uses the database ${JSON.stringify(SqlSettings.DriverName)}; expected PostgreSQL. Set Database in the settings of this plugin to a PostgreSQL address or a SQLite file.`;
    throw new AppError('invalid_config', message);
  }
  return { dataSource: SqlSettings.DataSource, isCluster: ClusterSettings.Enable };
}

/** @returns {} when nothing was ever saved */
export async function readPluginSettings(
  api: Pick<PluginApi, 'LoadPluginConfiguration'>,
): Promise<Record<string, unknown>> {
  const text = Buffer.from(await api.LoadPluginConfiguration()).toString('utf8');
  const parsed = z.record(z.string(), z.unknown()).safeParse(text === '' ? {} : JSON.parse(text));
  return parsed.success ? parsed.data : {};
}
