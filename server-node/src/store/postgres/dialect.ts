import { CompiledQuery, PostgresDialect, type Dialect } from 'kysely';
import type pg from 'pg';
import { sessionSettings } from './config.ts';
import { withStatementCache } from './pool.ts';

export function postgresDialect(pool: pg.Pool, schema: string): Dialect {
  return new PostgresDialect({
    pool: withStatementCache(pool),
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(sessionSettings(schema)));
    },
  });
}
