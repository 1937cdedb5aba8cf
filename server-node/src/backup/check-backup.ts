import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../shared/app-error.ts';
import { checkPages } from '../store/sqlite/soundness.ts';
import { openingError } from '../store/sqlite/opening-error.ts';

/**
 * Whether a file is a backup that can be restored: a whole SQLite file that holds a to-do store.
 *
 * @returns how many to-dos it has
 * @throws {AppError} invalid_config, store_damaged
 */
export function checkBackup(file: string): number {
  if (!existsSync(file)) throw new AppError('invalid_config', `There is no file ${file}.`);
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    try {
      checkPages(database, Infinity);
      return Number(database.prepare('select count(*) as count from todo').get()?.['count']);
    } finally {
      database.close();
    }
  } catch (error) {
    throw openingError(error, file);
  }
}
