import pg from 'pg';
import { postgresUrl } from '../../../test-postgres/shared-server.ts';
import { makeNewId } from '../../todos/new-id.ts';

/** A PostgreSQL database that belongs to one played Mattermost, empty at first. */
export interface OwnDatabase {
  /** As in `SqlSettings.DataSource`. */
  dataSource: string;
  /** As a person who looks into it. */
  query(sql: string): Promise<Record<string, unknown>[]>;
  remove(): Promise<void>;
}

export async function makeOwnDatabase(environment: NodeJS.ProcessEnv): Promise<OwnDatabase> {
  const server = await postgresUrl(environment);
  const name = `mattermost_${makeNewId(Date.now)()}`;
  const url = new URL(server);
  url.pathname = `/${name}`;
  if (!url.searchParams.has('sslmode')) url.searchParams.set('sslmode', 'disable');
  await ask(server, `create database ${name}`);
  return {
    dataSource: url.href,
    query: (sql) => ask(url.href, sql),
    remove: async () => void (await ask(server, `drop database ${name} with (force)`)),
  };
}

async function ask(connectionString: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
