import { describe, expect, it } from '@jest/globals';
import { readDataSource } from './read-data-source.ts';
import type { TlsSources } from './tls-of-data-source.ts';

const sources: TlsSources = {
  readFile(path) {
    if (path === '/missing.pem') throw new Error('ENOENT');
    return `content of ${path}`;
  },
  systemCertificates: () => ['system root'],
};
const read = (dataSource: string) => readDataSource(dataSource, sources);

describe('the DataSource of Mattermost', () => {
  it('is read as an address, with everything that may stand in it', () => {
    const address =
      'postgres://mm%40user:p%2Fw%20d@[::1]:6432/matter%20most?sslmode=disable&connect_timeout=7&binary_parameters=yes';
    expect(read(address)).toEqual({
      host: '::1',
      port: 6432,
      user: 'mm@user',
      password: 'p/w d',
      database: 'matter most',
      ssl: false,
      connectionTimeoutMillis: 7_000,
    });
  });

  it('is read as pairs, with quotes and escapes', () => {
    expect(
      read(String.raw`host=db user=mmuser password='it\'s \\ "x" = y' dbname=mm sslmode=disable`),
    ).toMatchObject({
      host: 'db',
      port: 5432,
      user: 'mmuser',
      password: String.raw`it's \ "x" = y`,
      database: 'mm',
    });
  });

  it.each([
    [
      'the database is named as the user',
      'postgres://ann@db?sslmode=disable',
      { database: 'ann', host: 'db' },
    ],
    ['this machine', 'user=ann sslmode=disable', { host: 'localhost', port: 5432 }],
    [
      'a socket needs no encryption',
      'host=/run/postgresql user=ann',
      { host: '/run/postgresql', ssl: false },
    ],
    ['the host may be a parameter', 'postgres:///mm?host=/run/pg&user=ann', { host: '/run/pg', user: 'ann' }],
    ['waiting for ever is not', 'user=ann connect_timeout=0', { connectionTimeoutMillis: 10_000 }],
    [
      'what the driver does not know goes to the server',
      'postgres://ann@db?sslmode=disable&statement_timeout=5000&TimeZone=Europe/New%20York',
      { options: String.raw`-c statement_timeout=5000 -c TimeZone=Europe/New\ York` },
    ],
  ])('with little given: %s', (_what, dataSource, expected) => {
    expect(read(dataSource)).toMatchObject(expected);
  });

  it.each([
    ['nothing', '', { rejectUnauthorized: false }],
    ['require', 'sslmode=require', { rejectUnauthorized: false }],
    [
      'require with a root',
      'sslmode=require&sslrootcert=/ca.pem',
      { ca: 'content of /ca.pem', rejectUnauthorized: true },
    ],
    ['verify-ca', 'sslmode=verify-ca', { ca: ['system root'], rejectUnauthorized: true }],
    [
      'verify-full',
      'sslmode=verify-full&sslrootcert=/ca.pem',
      { ca: 'content of /ca.pem', rejectUnauthorized: true },
    ],
    [
      'a certificate of our own',
      'sslmode=verify-full&sslcert=/c.pem&sslkey=/k.pem',
      { cert: 'content of /c.pem', key: 'content of /k.pem', ca: ['system root'] },
    ],
    ['certificates in the address', 'sslmode=verify-full&sslinline=true&sslrootcert=PEM', { ca: 'PEM' }],
  ])('has the encryption that Go makes of it: %s', (_what, query, expected) => {
    expect(read(`postgres://ann@db/mm?${query}`).ssl).toMatchObject(expected);
  });

  it.each([
    ['verify-full', false],
    ['verify-ca', true],
    ['require', true],
  ])('with a root, %s lets a certificate of another name through: %s', (mode, lets) => {
    const { ssl } = read(`postgres://ann@db/mm?sslmode=${mode}&sslrootcert=/ca.pem`);
    expect(typeof ssl === 'object' && 'checkServerIdentity' in ssl).toBe(lets);
  });

  it.each([
    ['another database', 'mmuser:hunter22@tcp(localhost:3306)/mattermost'],
    ['a broken address', 'postgres://ann:hunter22@db:port/mm'],
    ['pairs without an end', "user=ann password='hunter22"],
    ['nothing', ''],
    ['a % that begins no code', 'postgres://ann:hunter22%zz@db/mm'],
    ['a port that is none', 'host=db port=hunter22 user=ann'],
    ['a port out of range', 'host=db port=70000 user=ann password=hunter22'],
    ['a parameter that would be two', 'postgres://ann:hunter22@db/mm?a%20-c%20b=c'],
    ['a parameter without a name', 'postgres://ann:hunter22@db/mm?=c'],
    ['an unknown mode', 'postgres://ann:hunter22@db/mm?sslmode=prefer'],
    [
      'a certificate that is not there',
      'postgres://ann:hunter22@db/mm?sslmode=verify-ca&sslrootcert=/missing.pem',
    ],
  ])('is refused without showing its password: %s', (_what, dataSource) => {
    expect(() => read(dataSource)).toThrow(expect.objectContaining({ code: 'invalid_config' }));
    expect(() => read(dataSource)).not.toThrow(/hunter22/);
  });
});
