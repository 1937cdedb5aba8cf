import type { Address } from '../move/open-side.ts';
import { sqlitePathOf } from './back-up.ts';
import { checkBackup } from './check-backup.ts';
import { restorePostgres } from './restore-postgres.ts';
import { restoreSqlite } from './restore-sqlite.ts';

export interface Restored {
  todos: number;
  /** Where the store is that was there before: a file, or a schema; undefined when there was none. */
  kept: string | undefined;
}

/**
 * Puts a backup in the place of a store that no backend has open. What was there before is kept under another name.
 *
 * @param stamp makes that name a new one; letters, digits and underscores
 * @throws {AppError} invalid_config when the backup is none, or the store is in use; store_damaged
 */
export async function restore(file: string, to: Address, stamp: string): Promise<Restored> {
  const todos = checkBackup(file);
  const path = sqlitePathOf(to);
  const kept = path === undefined ? await restorePostgres(file, to, stamp) : restoreSqlite(file, path, stamp);
  return { todos, kept };
}
