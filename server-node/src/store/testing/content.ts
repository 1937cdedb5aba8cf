import { KEYS } from '../columns.ts';
import type { TestDatabase } from './fresh-stores.ts';

/** Every row of every table, to see that nothing changed. */
export async function contentOf(database: TestDatabase): Promise<Record<string, unknown[]>> {
  const tables = Object.entries(KEYS);
  const rows = await database.queryEach(
    tables.map(([table, key]) => `select * from ${table} order by ${key}`),
  );
  return Object.fromEntries(tables.map(([table], at) => [table, rows[at] ?? []]));
}

/** Takes the rows out of every table, those first that name others. */
export async function emptied(database: TestDatabase): Promise<void> {
  await database.queryEach(
    Object.keys(KEYS)
      .toReversed()
      .map((table) => `delete from ${table}`),
  );
}
