import { AppError } from '../shared/app-error.ts';
import type { Migration } from './read-migrations.ts';

export { readMigrations, type Migration } from './read-migrations.ts';

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
