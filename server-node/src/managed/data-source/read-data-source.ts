import { AppError } from '../../shared/app-error.ts';
import { SECOND_MS } from '../../shared/time.ts';
import type { PostgresConnection } from '../../store/postgres/config.ts';
import { splitDataSource, type DataSourceParameters } from './split-data-source.ts';
import { TLS_SOURCES, tlsOfDataSource, type TlsSources } from './tls-of-data-source.ts';

/** What the driver of Mattermost keeps for itself; all others it tells the server at the start of a session. */
const OF_THE_DRIVER = new Set([
  ...['host', 'port', 'user', 'password', 'dbname', 'passfile', 'connect_timeout', 'binary_parameters'],
  ...['sslmode', 'sslrootcert', 'sslcert', 'sslkey', 'sslinline', 'sslsni', 'sslpassword'],
  ...[
    'krbsrvname',
    'krbspn',
    'disable_prepared_binary_result',
    'client_encoding',
    'datestyle',
    'extra_float_digits',
  ],
  ...['application_name', 'fallback_application_name', 'search_path'],
]);

/** lib/pq's own, where Mattermost's address says nothing. */
const DEFAULTS = { host: 'localhost', port: '5432' };
/** 0 means to wait for ever in the address; nobody's request should. */
const PATIENCE_MS = 10 * SECOND_MS;

/**
 * Mattermost's own database, from `SqlSettings.DataSource` with the meaning that Mattermost's driver gives it.
 *
 * @throws {AppError} invalid_config
 */
export function readDataSource(dataSource: string, sources: TlsSources = TLS_SOURCES): PostgresConnection {
  const parameters = { ...DEFAULTS, ...splitDataSource(dataSource) };
  const { host, port, user, password, dbname = user } = parameters as Parameters;
  const settings = sessionOptions(parameters);
  return {
    host,
    port: portOf(port),
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
    ...(dbname === undefined ? {} : { database: dbname }),
    ssl: tlsOfDataSource(parameters, sources),
    ...(settings === '' ? {} : { options: settings }),
    connectionTimeoutMillis: timeoutOf(parameters),
  };
}

type Parameters = Record<'host' | 'port', string> & Partial<Record<'user' | 'password' | 'dbname', string>>;

function portOf(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new AppError(
    'invalid_config',
    `The DataSource of Mattermost has a port of ${text.length} characters; expected a number from 1 to 65535.`,
  );
}

function timeoutOf({ connect_timeout: given }: DataSourceParameters): number {
  const seconds = Number(given);
  return seconds > 0 && seconds <= 60 ? seconds * SECOND_MS : PATIENCE_MS;
}

/** As PostgreSQL's `options` takes them: blanks and backslashes behind a backslash. */
function sessionOptions(parameters: DataSourceParameters): string {
  const own = Object.entries(parameters).filter(([name]) => !OF_THE_DRIVER.has(name) && name !== 'options');
  if (!own.every(([name]) => /^[A-Za-z_][\w.]*$/.test(name))) {
    throw new AppError(
      'invalid_config',
      'The DataSource of Mattermost has a parameter whose name PostgreSQL does not take; expected letters, digits and _.',
    );
  }
  const given = own.map(([name, value]) => `-c ${name}=${value.replaceAll(/[\s\\]/g, '\\$&')}`);
  return [parameters['options'] ?? '', ...given].filter((part) => part !== '').join(' ');
}
