import { KEYS } from '../columns.ts';
import type { TestDatabase } from './fresh-stores.ts';

/** Every row of every table, to see that nothing changed. */
export async function contentOf(database: TestDatabase): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  for (const [table, key] of Object.entries(KEYS)) {
    content[table] = await database.query(`select * from ${table} order by ${key}`);
  }
  return content;
}
