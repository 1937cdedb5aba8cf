import { AppError } from '../../shared/app-error.ts';

/** Parameters of a connection by the names that PostgreSQL's own tools use: `host`, `dbname`, `sslmode`, … */
export type DataSourceParameters = Readonly<Record<string, string>>;

/** One `key = value` or `key = 'a quoted value'` of the other form. */
const PAIR = /\s*([A-Za-z_]+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|((?:[^\s\\']|\\.)*))(?=\s|$)/gy;

/**
 * Takes Mattermost's `DataSource` apart, as its driver lib/pq does: an address, or pairs such as
 * `host=db user=mmuser password='it''s'`.
 *
 * @throws {AppError} invalid_config, which does not repeat the address: it holds a password
 */
export function splitDataSource(dataSource: string): DataSourceParameters {
  const parameters = /^postgres(ql)?:\/\//.test(dataSource) ? ofAddress(dataSource) : ofPairs(dataSource);
  if (parameters !== undefined) return parameters;
  throw new AppError(
    'invalid_config',
    'The DataSource of Mattermost cannot be read: expected postgres://… or pairs such as host=… user=…; got something else. Set Database in the settings of this plugin instead.',
  );
}

/** Those of an address that can be read. */
export function secretsOfDataSource(dataSource: string): string[] {
  try {
    const { password = '', sslpassword = '' } = splitDataSource(dataSource);
    return [dataSource, password, sslpassword];
  } catch {
    return [dataSource];
  }
}

function ofAddress(address: string): DataSourceParameters | undefined {
  try {
    return partsOf(address);
  } catch {
    // No address, or a % in it that begins no code.
    return undefined;
  }
}

function partsOf(address: string): DataSourceParameters {
  const { hostname, port, username, password, pathname, searchParams } = new URL(address);
  const parts = {
    host: decodeURIComponent(hostname).replace(/^\[(.*)\]$/, '$1'),
    port,
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    dbname: decodeURIComponent(pathname.slice(1)),
  };
  const given = Object.entries(parts).filter(([, value]) => value !== '');
  return { ...Object.fromEntries(given), ...Object.fromEntries(searchParams) };
}

function ofPairs(text: string): DataSourceParameters | undefined {
  const parameters: Record<string, string> = {};
  let end = 0;
  for (const match of text.matchAll(PAIR)) {
    const [whole, key = '', quoted, bare] = match;
    parameters[key] = (quoted ?? bare ?? '').replaceAll(/\\(.)/g, '$1');
    end = match.index + whole.length;
  }
  return text.slice(end).trim() === '' && end > 0 ? parameters : undefined;
}
