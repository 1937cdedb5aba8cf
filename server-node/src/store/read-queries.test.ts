import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { readMigrations } from './migrations.ts';
import { readQueries } from './read-queries.ts';
import type { Database } from './rows.ts';
import { sqliteDialect } from './sqlite/dialect.ts';
import { sqliteFlavour } from './sqlite/flavour.ts';

/** However many to-dos others have, and however old they are. */
describe('what is in all lists is read on SQLite', () => {
  let database: DatabaseSync;
  let queries: ReturnType<typeof readQueries>;

  beforeAll(async () => {
    database = new DatabaseSync(':memory:');
    for (const { sql } of await readMigrations('sqlite')) database.exec(sql);
    queries = readQueries(new Kysely<Database>({ dialect: sqliteDialect(database) }), sqliteFlavour);
  });
  afterAll(() => database.close());

  const planOf = ({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) =>
    database
      .prepare(`explain query plan ${sql}`)
      .all(...(parameters as string[]))
      .map(({ detail }) => String(detail));
  const who = { personId: 'a', limit: 1 };

  it.each<[string, () => Parameters<typeof planOf>[0], string]>([
    ['mine', () => queries.mine(who), 'todo_mine (assignee_id=?)'],
    ['requests', () => queries.requests(who), 'todo_requests (assignee_id=?)'],
    ['made of', () => queries.madeOf({ postId: 'p', limit: 1 }), 'todo_made_of (source_post_id=?)'],
    ['sent', () => queries.sent(who), 'todo_sent (creator_id=?)'],
    [
      'sent and done',
      () => queries.sentAndDone({ ...who, after: 1 }),
      'todo_sent_done (creator_id=? AND done_at>?)',
    ],
  ])('by an index in its order: %s', (_what, query, index) => {
    expect(planOf(query())).toEqual([`SEARCH todo USING INDEX ${index}`]);
  });

  it('by an index: who asked, where numbers went, and what was changed last', () => {
    expect(planOf(queries.askers({ personId: 'a' }))[0]).toMatch(/INDEX todo_requests \(assignee_id=\?\)/);
    expect(planOf(queries.movedTodos({ listId: 'l', ids: '["t"]' as never })).join()).toMatch(
      /todo_moved_todo \(todo_id=\? AND list_id=\?\)/,
    );
    expect(planOf(queries.lastUndoableElsewhere({ listId: 'l', actorId: 'a' }))[0]).toBe(
      'SEARCH line USING INDEX todo_history_made_in (made_in=? AND actor_id=?)',
    );
    expect(planOf(queries.lastUndoable({ listId: 'l', actorId: 'a' }))[0]).toBe(
      'SEARCH line USING INDEX todo_history_actor (list_id=? AND actor_id=?)',
    );
  });
});
