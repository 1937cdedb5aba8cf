import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { postgresUrl } from '../../../test-postgres/shared-server.ts';

export type ManagedDatabase = Awaited<ReturnType<typeof createManagedDatabase>>;

/**
 * A database as Mattermost has one, in the PostgreSQL of this run of tests or in the given one.
 * @param server address of a PostgreSQL that the test may stop
 */
export async function createManagedDatabase(server?: string) {
  const base = server ?? (await postgresUrl(process.env));
  const name = `mattermost_${randomBytes(6).toString('hex')}`;
  await query(base, `create database ${name}`);
  const own = new URL(base);
  own.pathname = `/${name}`;
  own.searchParams.set('sslmode', 'disable');
  return {
    /** `SqlSettings.DataSource` of Mattermost. */
    dataSource: own.href,
    query: (sql: string) => query(own.href, sql),
    /** Those of the backend, by the names that it gives them. */
    async connections(): Promise<number> {
      const sql = `select 1 from pg_stat_activity where datname = '${name}' and application_name like 'todo-node%'`;
      return (await query(base, sql)).length;
    },
    drop: () => query(base, `drop database ${name} with (force)`),
  };
}

async function query(address: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
