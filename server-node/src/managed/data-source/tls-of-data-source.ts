import { readFileSync } from 'node:fs';
import { getCACertificates, type ConnectionOptions } from 'node:tls';
import { AppError } from '../../shared/app-error.ts';
import type { DataSourceParameters } from './split-data-source.ts';

export interface TlsSources {
  readFile(path: string): string;
  /** Those of the machine, as Go uses them; Node brings its own list only. */
  systemCertificates(): string[];
}

export const TLS_SOURCES: TlsSources = {
  readFile: (path) => readFileSync(path, 'utf8'),
  systemCertificates: () => [...getCACertificates('default'), ...getCACertificates('system')],
};

/**
 * What lib/pq makes of `sslmode`: nothing given means `require`, which encrypts and trusts any certificate, unless a
 * root certificate is given; then it checks as `verify-ca` does. `verify-ca` does not look at the name, `verify-full`
 * does.
 *
 * @returns false for no encryption
 * @throws {AppError} invalid_config
 */
export function tlsOfDataSource(
  parameters: DataSourceParameters,
  sources: TlsSources,
): ConnectionOptions | false {
  const { sslmode = 'require', sslrootcert, host = '' } = parameters;
  if (sslmode === 'disable' || host.startsWith('/')) return false;
  const own = clientCertificate(parameters, sources);
  switch (sslmode) {
    case 'require':
      if (sslrootcert === undefined) return { ...own, rejectUnauthorized: false };
      return { ...own, ...authorities(parameters, sources), checkServerIdentity: anyName };
    case 'verify-ca':
      return { ...own, ...authorities(parameters, sources), checkServerIdentity: anyName };
    case 'verify-full':
      return { ...own, ...authorities(parameters, sources) };
    default:
      throw new AppError(
        'invalid_config',
        `The DataSource of Mattermost has sslmode ${JSON.stringify(sslmode.slice(0, 20))}; expected disable, require, verify-ca or verify-full.`,
      );
  }
}

const anyName = (): undefined => undefined;

function authorities(parameters: DataSourceParameters, sources: TlsSources): ConnectionOptions {
  const { sslrootcert } = parameters;
  const ca =
    sslrootcert === undefined || sslrootcert === 'system'
      ? sources.systemCertificates()
      : pemOf('sslrootcert', parameters, sources);
  return { ca, rejectUnauthorized: true };
}

function clientCertificate(parameters: DataSourceParameters, sources: TlsSources): ConnectionOptions {
  if (parameters['sslcert'] === undefined || parameters['sslkey'] === undefined) return {};
  return { cert: pemOf('sslcert', parameters, sources), key: pemOf('sslkey', parameters, sources) };
}

/** With `sslinline=true` the certificates themselves stand where else their paths do. */
function pemOf(name: string, parameters: DataSourceParameters, { readFile }: TlsSources): string {
  const value = parameters[name] ?? '';
  if (parameters['sslinline'] === 'true') return value;
  try {
    return readFile(value);
  } catch (cause) {
    const message = `The DataSource of Mattermost names the file ${value} (${name}), which cannot be read.`;
    throw new AppError('invalid_config', message, { cause });
  }
}
