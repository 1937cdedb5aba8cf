import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { postgresUrl } from '../../../test-postgres/shared-server.ts';
import { silentLogger } from '../../shared/logger.ts';
import type { Clock } from '../../shared/time.ts';
import { makeActs } from '../../todos/make-acts.ts';
import { makeNewId, type NewId } from '../../todos/new-id.ts';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import { newDatabaseFolder } from './database-folder.ts';

/** An empty database that stores can be opened on, as many as a test likes. */
export interface TestDatabase {
  readonly url: string;
  /** PostgreSQL only. */
  readonly schema: string;
  open(now?: Clock): Promise<Opened>;
  /** For looking at what no port shows. */
  query(sql: string): Promise<Row[]>;
  /** One after another, over one connection. */
  queryEach(statements: readonly string[]): Promise<Row[][]>;
  /** Closes all that was opened. */
  close(): Promise<void>;
  /** Closes all that was opened, and removes the database. */
  remove(): Promise<void>;
}

type Row = Record<string, unknown>;

export type Opened = Store & { acts: ReturnType<typeof makeActs>; newId: NewId };

type Environment = NodeJS.ProcessEnv;

export const DATABASES: [name: string, create: (environment: Environment) => Promise<TestDatabase>][] = [
  ['SQLite', createSqlite],
  ['PostgreSQL', createPostgres],
];

/** For tests that hold whichever the database is. */
export async function createSqlite(): Promise<TestDatabase> {
  return sqliteIn(await newDatabaseFolder('todo-store-'));
}

export async function sqliteIn(folder: string): Promise<TestDatabase> {
  const path = join(folder, 'todo.db');
  const { DatabaseSync } = await import('node:sqlite');
  return databaseAt(`sqlite:${path}`, 'unused', {
    queryEach: async (statements) => {
      const database = new DatabaseSync(path);
      try {
        return statements.map((sql) => database.prepare(sql).all());
      } finally {
        database.close();
      }
    },
    drop: () => rm(folder, { recursive: true }),
  });
}

async function createPostgres(environment: Environment): Promise<TestDatabase> {
  const url = await postgresUrl(environment);
  return postgresAt(url, newSchema());
}

/** A name that nobody has yet. */
export const newSchema = (): string => `test_${makeNewId(Date.now)()}`;

export function postgresAt(url: string, schema: string): TestDatabase {
  const queryEach = async (statements: readonly string[]): Promise<Row[][]> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query(`set search_path to ${schema}`);
      const found: Row[][] = [];
      for (const sql of statements) found.push((await client.query<Row>(sql)).rows);
      return found;
    } finally {
      await client.end();
    }
  };
  return databaseAt(url, schema, {
    queryEach,
    drop: async () => void (await queryEach([`drop schema if exists ${schema} cascade`])),
  });
}

function databaseAt(
  url: string,
  schema: string,
  { queryEach, drop }: { queryEach: TestDatabase['queryEach']; drop: () => Promise<void> },
): TestDatabase {
  const opened: Opened[] = [];
  const close = async () => void (await Promise.all(opened.splice(0).map((store) => store.close())));
  return {
    url,
    schema,
    query: async (sql) => (await queryEach([sql]))[0] ?? [],
    queryEach,
    open: async (now = Date.now) => {
      const newId = makeNewId(now);
      const store = await openStore(url, { now, newId, logger: silentLogger, schema });
      const acts = makeActs({ store: store.todos, now, newId });
      opened.push({ ...store, acts, newId });
      return { ...store, acts, newId };
    },
    close,
    remove: async () => {
      await close();
      await drop();
    },
  };
}
