import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { postgresUrl } from '../../../test-postgres/shared-server.ts';
import { silentLogger } from '../../shared/logger.ts';
import { makeNewId } from '../../todos/new-id.ts';
import { postgresAt, type TestDatabase } from '../testing/fresh-stores.ts';
import { openPostgresStore } from './store.ts';

const deps = { now: Date.now, newId: () => 'x', logger: silentLogger };

describe('an address of PostgreSQL', () => {
  let server: Server | undefined;
  afterEach(async () => {
    server?.close();
    server = undefined;
  });

  /** A PostgreSQL that answers every start of a session with this refusal. */
  async function refusing(code: string): Promise<string> {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(errorResponse(code)));
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return `postgres://ann:hunter22@127.0.0.1:${(server.address() as AddressInfo).port}/mm`;
  }

  it.each([
    ['the password is wrong', '28P01', 'invalid_config'],
    ['the server lets this user in from elsewhere only', '28000', 'invalid_config'],
    ['there is no such database', '3D000', 'invalid_config'],
    ['the user may not connect to it', '42501', 'invalid_config'],
    ['a parameter is unknown', '42704', 'invalid_config'],
    ['a connection pool takes no such parameter', '08P01', 'invalid_config'],
    ['it starts up', '57P03', 'store_unavailable'],
    ['it has too many connections', '53300', 'store_unavailable'],
    ['it shuts down', '57P01', 'store_unavailable'],
  ])('when %s (%s): %s', async (_when, code, meaning) => {
    const failure = await openPostgresStore(await refusing(code), deps).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: meaning });
    if (meaning === 'invalid_config') expect(String(failure)).toContain(code);
    expect(String(failure)).not.toContain('hunter22');
  });

  it.each([
    ['no address', 'postgres://ann:hunter22@[::1/mm'],
    ['no port', 'postgres://ann:hunter22@db:port/mm'],
    ['a port that there is not', 'postgres://ann:hunter22@db:99999/mm'],
    [
      'a certificate that is not there',
      'postgres://ann:hunter22@db/mm?sslmode=verify-full&sslrootcert=/missing',
    ],
  ])('with %s is refused for good, without its password', async (_what, address) => {
    const failure = await openPostgresStore(address, deps).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'invalid_config' });
    expect(String(failure)).not.toContain('hunter22');
  });

  it.each([
    ['nobody listens', 'postgres://ann@127.0.0.1:1/mm'],
    ['its socket is not there yet', 'postgres://ann@%2Fnowhere/mm'],
    ['its name is not known yet', 'postgres://ann@db.invalid/mm'],
  ])('where %s is waited for', async (_what, address) => {
    await expect(openPostgresStore(address, deps)).rejects.toMatchObject({ code: 'store_unavailable' });
  });

  it('that does not answer is waited for', async () => {
    server = createServer((socket) => socket.on('error', () => undefined));
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const silent = { host: '127.0.0.1', port, user: 'ann', connectionTimeoutMillis: 100 };
    await expect(openPostgresStore(silent, deps)).rejects.toMatchObject({ code: 'store_unavailable' });
  });
});

describe('a schema that is not ours', () => {
  let database: TestDatabase;
  let stranger: string;
  let strangersUrl: string;

  beforeEach(async () => {
    const url = await postgresUrl(process.env);
    const id = makeNewId(Date.now)();
    database = postgresAt(url, `test_${id}`);
    stranger = `stranger_${id}`;
    await database.query(`create role ${stranger} login password 'of a stranger'`);
    strangersUrl = Object.assign(new URL(url), { username: stranger, password: 'of%20a%20stranger' }).href;
  });
  afterEach(async () => {
    await database.remove();
    await database.query(`drop role ${stranger}`);
  });

  const open = (url: string) => openPostgresStore(url, { ...deps, schema: database.schema });

  it('because the user may make none, is explained', async () => {
    await expect(open(strangersUrl)).rejects.toMatchObject({
      code: 'invalid_config',
      message: expect.stringMatching(
        /may not create the schema test_\w+.* CREATE SCHEMA test_\w+ AUTHORIZATION/,
      ),
    });
  });

  it('because it belongs to somebody else, is explained and left alone', async () => {
    await (await open(database.url)).close();
    const migrated = await database.query('select number from todo_migration');
    await expect(open(strangersUrl)).rejects.toMatchObject({
      code: 'invalid_config',
      message: expect.stringMatching(/may not use what is in the schema test_\w+/),
    });
    expect(migrated).toContainEqual({ number: 1 });
    expect(await database.query('select number from todo_migration')).toEqual(migrated);
  });

  it.each([
    ['a table of our name', 'create table todo (theirs integer)', 'select theirs from todo'],
    ['another ledger', 'create table todo_migration (theirs integer)', 'select theirs from todo_migration'],
  ])('because it holds %s, is explained and left alone', async (_what, make, look) => {
    await database.query(`create schema ${database.schema}`);
    await database.query(make);
    await expect(open(database.url)).rejects.toMatchObject({
      code: 'invalid_config',
      message: expect.stringMatching(/holds tables that this program did not make/),
    });
    expect(await database.query(look)).toEqual([]);
    const tables = `select count(*)::int as count from pg_tables where schemaname = '${database.schema}'`;
    expect(await database.query(tables)).toEqual([{ count: 1 }]);
  });
});

/** PostgreSQL's ErrorResponse of severity FATAL. */
function errorResponse(code: string): Buffer {
  const fields = Buffer.from(`SFATAL\0C${code}\0Mrefused (${code})\0\0`);
  const head = Buffer.from('E\0\0\0\0');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}
