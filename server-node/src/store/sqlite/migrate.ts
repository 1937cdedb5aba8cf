import type { DatabaseSync } from 'node:sqlite';
import type { EpochMs } from '../../shared/time.ts';
import { missingMigrations, type Migration } from '../migrations.ts';
import { whenNotBusy } from './when-not-busy.ts';

const LEDGER = `create table if not exists todo_migration (
  number integer primary key, name text not null, applied_at integer not null) strict`;

/**
 * All or nothing. A second process waits for the write lock and then finds nothing left to do.
 *
 * @returns when the database was made
 */
export async function migrateSqlite(
  database: DatabaseSync,
  migrations: readonly Migration[],
  now: EpochMs,
): Promise<EpochMs> {
  await whenNotBusy(() => database.exec('begin immediate'));
  try {
    database.exec(LEDGER);
    for (const migration of missingMigrations(migrations, applied(database))) apply(database, migration, now);
    database.exec('commit');
    return madeAt(database);
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

function applied(database: DatabaseSync): number[] {
  return database
    .prepare('select number from todo_migration')
    .all()
    .map((row) => Number(row['number']));
}

function madeAt(database: DatabaseSync): EpochMs {
  return Number(database.prepare('select min(applied_at) as at from todo_migration').get()?.['at']);
}

function apply(database: DatabaseSync, { number, name, sql }: Migration, now: EpochMs): void {
  database.exec(sql);
  database
    .prepare('insert into todo_migration (number, name, applied_at) values (?, ?, ?)')
    .run(number, name, now);
}
