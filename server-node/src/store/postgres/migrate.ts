import pg from 'pg';
import type { EpochMs } from '../../shared/time.ts';
import { missingMigrations, type Migration } from '../migrations.ts';

/** Any number that nobody else in a shared database is likely to lock. */
const LOCK = 7_063_920_118;

const LEDGER = `create table if not exists todo_migration (
  number integer primary key, name text not null, applied_at bigint not null)`;

/** All or nothing. Replicas that start at once wait for each other and then find nothing left to do. */
export async function migratePostgres(
  config: pg.ClientConfig,
  schema: string,
  migrations: readonly Migration[],
  now: EpochMs,
): Promise<void> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
    await migrate(client, schema, migrations, now);
    await client.query('commit');
  } finally {
    await client.end();
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
  if (rowCount === 0) await client.query(`create schema "${schema}"`);
}
