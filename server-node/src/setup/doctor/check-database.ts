import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { AppError } from '../../shared/app-error.ts';
import { missingMigrations, readMigrations } from '../../store/migrations.ts';
import { sqliteCode } from '../../store/sqlite/errors.ts';
import { openingError } from '../../store/sqlite/opening-error.ts';
import { checkPages } from '../../store/sqlite/soundness.ts';
import type { Check } from './doctor-context.ts';
import { fault, ok, type Finding } from './finding.ts';

/** The schema in which the backend keeps its tables on PostgreSQL. */
const SCHEMA = 'todo_node';
const SQLITE_ERROR = 1;
const LEDGER = 'select number from todo_migration';

/** Looks at the database itself, without migrating it. */
export const checkDatabase: Check = async ({ config }) => {
  const isPostgres = /^postgres(ql)?:/.test(config.databaseUrl);
  try {
    const numbers = isPostgres
      ? await readPostgres(config.databaseUrl)
      : readSqlite(config.databaseUrl.slice('sqlite:'.length));
    return [await migrationFinding(isPostgres ? 'postgres' : 'sqlite', numbers)];
  } catch (error) {
    // The message of a driver may show where the database is, but no password.
    const why =
      error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : 'unknown';
    return [
      fault(
        'database',
        `The database cannot be read and written (${why}).`,
        'see to DATABASE_URL, to its rights and its disk; a new database is made when the backend starts.',
      ),
    ];
  }
};

/** Takes the right to write, and gives it back. */
function readSqlite(path: string): number[] {
  if (!existsSync(path)) throw new Error(`there is no file ${path}`);
  const database = new DatabaseSync(path, { timeout: 2_000 });
  try {
    checkPages(database);
    database.exec('begin immediate');
    const rows = database.prepare(LEDGER).all();
    database.exec('rollback');
    return rows.map((row) => Number(row['number']));
  } catch (error) {
    // An empty file has no tables yet, which SQLite says plainly enough.
    throw sqliteCode(error) === SQLITE_ERROR ? error : openingError(error, path);
  } finally {
    database.close();
  }
}

async function readPostgres(connectionString: string): Promise<number[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(`begin read write`);
    await client.query(`set local search_path to "${SCHEMA}"`);
    const { rows } = await client.query<{ number: number }>(`${LEDGER} for update`);
    await client.query('rollback');
    return rows.map(({ number }) => number);
  } finally {
    await client.end();
  }
}

async function migrationFinding(kind: 'sqlite' | 'postgres', applied: readonly number[]): Promise<Finding> {
  const name = kind === 'sqlite' ? 'SQLite' : 'PostgreSQL';
  try {
    const missing = missingMigrations(await readMigrations(kind), applied);
    if (missing.length === 0)
      return ok(
        'database',
        `${name} can be written, and is at migration ${Math.max(0, ...applied)}, the newest.`,
      );
    return fault(
      'database',
      `${name} lacks ${missing.length} migrations.`,
      'restart the backend: it migrates when it starts.',
    );
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return fault('database', error.message, 'run the newer version of the backend.');
  }
}
