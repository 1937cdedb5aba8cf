import { readdir, readFile } from 'node:fs/promises';
import { AppError } from '../shared/app-error.ts';

/** One numbered file of migrations/; once released it is never changed. */
export interface Migration {
  number: number;
  name: string;
  sql: string;
}

const FILE_NAME = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** In the order of their numbers. */
export async function readMigrations(database: 'sqlite' | 'postgres'): Promise<Migration[]> {
  const folder = new URL(`./migrations/${database}/`, import.meta.url);
  const names = (await readdir(folder)).filter((name) => FILE_NAME.test(name)).sort();
  return Promise.all(
    names.map(async (name) => ({
      name,
      number: Number(FILE_NAME.exec(name)?.[1]),
      sql: await readFile(new URL(name, folder), 'utf8'),
    })),
  );
}

/**
 * Those that the database has not had yet.
 *
 * @throws {AppError} store_too_new when it had one that this program does not know
 */
export function missingMigrations(known: readonly Migration[], applied: readonly number[]): Migration[] {
  const newest = Math.max(0, ...known.map(({ number }) => number));
  const found = Math.max(0, ...applied);
  if (found > newest) {
    throw new AppError(
      'store_too_new',
      `The to-do store was written by a newer version of this program: it is at migration ${found}, this program knows up to ${newest}. Start the newer version, or restore the copy of the store made before the update.`,
      { details: { found, newest } },
    );
  }
  return known.filter(({ number }) => !applied.includes(number));
}
