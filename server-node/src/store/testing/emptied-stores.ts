import { afterAll } from '@jest/globals';
import { postgresUrl } from '../../../test-postgres/shared-server.ts';
import { DATABASES, newSchema, postgresAt, type TestDatabase } from './fresh-stores.ts';

/**
 * As `DATABASES`, for tests that look at no migration and change no table: to make the tables of PostgreSQL takes longer
 * than most tests, so those of one test are emptied for the next one of its file.
 */
export const EMPTIED_DATABASES: typeof DATABASES = DATABASES.map(([name, create]) => [
  name,
  name === 'PostgreSQL' ? createEmptied : create,
]);

/** A table that others refer to comes after them. To truncate all at once would make each file of theirs anew. */
const EMPTY = `do $$
  declare name text;
  begin
    for name in select tablename from pg_tables
      where schemaname = current_schema() and tablename <> 'todo_migration'
      order by (select count(*) from pg_constraint where confrelid = tablename::regclass)
    loop execute format('delete from %I', name); end loop;
  end $$`;

const emptied: TestDatabase[] = [];
afterAll(async () => void (await Promise.all(emptied.map((database) => database.remove()))));

async function createEmptied(environment: NodeJS.ProcessEnv): Promise<TestDatabase> {
  const database = emptied.pop() ?? postgresAt(await postgresUrl(environment), newSchema());
  return {
    ...database,
    remove: async () => {
      await database.close();
      await database.query(EMPTY);
      emptied.push(database);
    },
  };
}
