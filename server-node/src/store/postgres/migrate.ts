import pg from 'pg';
import type { EpochMs } from '../../shared/time.ts';
import { missingMigrations, type Migration } from '../migrations.ts';
import { connectingError, migratingError, mayNotMakeSchema } from './opening-error.ts';

/** Any number that nobody else in a shared database is likely to lock. */
const LOCK = 7_063_920_118;

const LEDGER = `create table if not exists todo_migration (
  number integer primary key, name text not null, applied_at bigint not null)`;

/**
 * All or nothing. Replicas that start at once wait for each other and then find nothing left to do.
 *
 * @returns when the schema was made
 * @throws {AppError} invalid_config for what no waiting mends, store_unavailable for the rest, store_too_new
 */
export async function migratePostgres(
  config: pg.ClientConfig,
  schema: string,
  migrations: readonly Migration[],
  now: EpochMs,
): Promise<EpochMs> {
  const client = await connect(config);
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await migrate(client, schema, migrations, now);
    const { rows } = await client.query<{ at: string }>('select min(applied_at) as at from todo_migration');
    await client.query('commit');
    return Number(rows[0]?.at);
  } catch (error) {
    throw migratingError(error, schema);
  } finally {
    await client.end();
  }
}

/** An address that cannot be read fails when the client is made. */
async function connect(config: pg.ClientConfig): Promise<pg.Client> {
  let client: pg.Client | undefined;
  try {
    client = new pg.Client(config);
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (error) {
    await client?.end();
    throw connectingError(error, client !== undefined);
  }
}

async function migrate(
  client: pg.Client,
  schema: string,
  migrations: readonly Migration[],
  now: EpochMs,
): Promise<void> {
  await makeSchema(client, schema);
  await client.query(`set local search_path to "${schema}"`);
  await client.query(LEDGER);
  const { rows } = await client.query<{ number: number }>('select number from todo_migration');
  const applied = rows.map(({ number }) => number);
  for (const { number, name, sql } of missingMigrations(migrations, applied)) {
    await client.query(sql);
    await client.query('insert into todo_migration (number, name, applied_at) values ($1, $2, $3)', [
      number,
      name,
      now,
    ]);
  }
}

/** Asks first: `if not exists` alone needs the right to make schemas even when there is nothing to make. */
async function makeSchema(client: pg.Client, schema: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_namespace where nspname = $1', [schema]);
  if (rowCount !== 0) return;
  await client.query(`create schema "${schema}"`).catch((error: unknown) => {
    throw mayNotMakeSchema(error, schema) ?? error;
  });
}
