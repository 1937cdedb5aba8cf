import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { readMigrations } from './migrations.ts';
import type { Database } from './rows.ts';
import { sqliteDialect } from './sqlite/dialect.ts';
import { sqliteFlavour } from './sqlite/flavour.ts';
import { wakeUpQueries } from './wake-up-queries.ts';

/** SQLite knows nothing of how many rows a value has, and has to be led to the few that are meant. */
describe('the queries of wake-ups on SQLite', () => {
  let database: DatabaseSync;
  let queries: ReturnType<typeof wakeUpQueries>;

  beforeAll(async () => {
    database = new DatabaseSync(':memory:');
    for (const { sql } of await readMigrations('sqlite')) database.exec(sql);
    queries = wakeUpQueries(new Kysely<Database>({ dialect: sqliteDialect(database) }), sqliteFlavour);
  });
  afterAll(() => database.close());

  const planOf = ({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) =>
    database
      .prepare(`explain query plan ${sql}`)
      .all(...(parameters as string[]))
      .map(({ detail }) => String(detail))
      .filter((detail) => detail.includes('wake_up'));
  const named = { keys: '["a"]' as unknown as string[], holder: 'h' };
  const BY_KEY = 'SEARCH wake_up USING PRIMARY KEY (key=?)';

  it('find by their keys what is named, and by their index what is due', () => {
    const due = 'SEARCH wake_up USING INDEX wake_up_due (taken_by=? AND due_at<?)';
    expect(planOf(queries.take({ now: 1, limit: 1, holder: 'h' }))).toEqual([BY_KEY, due]);
    expect(planOf(queries.finish(named))).toEqual([BY_KEY]);
    expect(planOf(queries.putOff({ ...named, dueAt: 1 }))).toEqual([BY_KEY]);
    expect(planOf(queries.unschedule(named))).toEqual([BY_KEY]);
    expect(planOf(queries.nextAt({}))).toEqual(['SEARCH wake_up USING INDEX wake_up_due (taken_by=?)']);
    expect(planOf(queries.held({}))).toEqual([
      'SEARCH wake_up USING COVERING INDEX wake_up_due (taken_by>?)',
    ]);
  });
});
