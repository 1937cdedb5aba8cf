import { AppError } from '../shared/app-error.ts';
import type { PostgresConnection } from '../store/postgres/config.ts';
import { readDataSource } from './data-source/read-data-source.ts';
import type { MattermostSite } from './mattermost-site.ts';

/** @throws {AppError} invalid_config when it is no PostgreSQL, or its address cannot be read */
export function databaseOfSite({ driver, dataSource }: MattermostSite): PostgresConnection {
  if (driver === 'postgres') return readDataSource(dataSource);
  throw new AppError(
    'invalid_config',
    `Mattermost uses the database ${JSON.stringify(driver.slice(0, 20))}; expected PostgreSQL. Set Database in the settings of this plugin to a PostgreSQL address or a SQLite file.`,
  );
}
