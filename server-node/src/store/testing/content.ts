import type { TestDatabase } from './fresh-stores.ts';

const TABLES = {
  todo_list: 'id',
  todo: 'id',
  todo_history: 'seq',
  todo_claim: 'claim_key',
  todo_reply: 'seq',
};

/** Every row of every table, to see that nothing changed. */
export async function contentOf(database: TestDatabase): Promise<Record<string, unknown[]>> {
  const content: Record<string, unknown[]> = {};
  for (const [table, key] of Object.entries(TABLES)) {
    content[table] = await database.query(`select * from ${table} order by ${key}`);
  }
  return content;
}
