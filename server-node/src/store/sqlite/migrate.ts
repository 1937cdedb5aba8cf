import type { DatabaseSync } from 'node:sqlite';
import type { EpochMs } from '../../shared/time.ts';
import { missingMigrations, type Migration } from '../migrations.ts';
import { storeDamaged } from '../store-damaged.ts';
import { whenNotBusy } from './when-not-busy.ts';

const LEDGER = `create table if not exists todo_migration (
  number integer primary key, name text not null, applied_at integer not null) strict`;

/**
 * All or nothing. A second process waits for the write lock and then finds nothing left to do.
 *
 * References between tables are not watched meanwhile, and looked through before the end: SQLite changes most things
 * of a table by making a new one in its place, and dropping the old one would break every reference to it. They can
 * only be switched off outside of a transaction.
 *
 * @returns when the database was made
 * @throws {AppError} store_too_new; store_damaged when a reference leads nowhere afterwards
 */
export async function migrateSqlite(
  database: DatabaseSync,
  migrations: readonly Migration[],
  now: EpochMs,
): Promise<EpochMs> {
  database.exec('pragma foreign_keys = off');
  try {
    await whenNotBusy(() => database.exec('begin immediate'));
    database.exec(LEDGER);
    const missing = missingMigrations(migrations, applied(database));
    for (const migration of missing) apply(database, migration, now);
    if (missing.length > 0) refuseBrokenReferences(database);
    database.exec('commit');
    return madeAt(database);
  } finally {
    if (database.isTransaction) database.exec('rollback');
    database.exec('pragma foreign_keys = on');
  }
}

function refuseBrokenReferences(database: DatabaseSync): void {
  const broken = database.prepare('pragma foreign_key_check').get();
  if (broken === undefined) return;
  throw storeDamaged(
    `After its migration, rows of ${String(broken['table'])} refer to rows of ${String(broken['parent'])} that are not there; nothing was changed.`,
  );
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
