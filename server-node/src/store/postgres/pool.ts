import type { PostgresPool, PostgresPoolClient } from 'kysely';
import pg from 'pg';
import type { Logger } from '../../shared/logger.ts';
import { makeAsk } from './ask.ts';

const DEFAULT_SIZE = 10;

/** A pool that outlives its connections: one that is lost is logged, and the next query opens another one. */
export function openPool(config: pg.ClientConfig, logger: Logger, size = DEFAULT_SIZE): pg.Pool {
  const pool = new pg.Pool({ ...config, max: size, query_timeout: 0 });
  const lost = (error: Error): void => logger.warn({ err: error }, 'A connection to PostgreSQL was lost.');
  pool.on('error', lost);
  // The pool listens to idle connections only; one that is lost while in use would end the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** The pool as Kysely wants it, with each query text prepared once a connection. */
export function withStatementCache(pool: pg.Pool): PostgresPool {
  const nameOf = statementNames();
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? withNames(client, nameOf);
      wrapped.set(client, known);
      return known;
    },
  };
}

function withNames(client: pg.PoolClient, nameOf: (text: string) => string): PostgresPoolClient {
  const ask = makeAsk(client);
  let broken: Error | undefined;
  const query = async (text: string, values: readonly unknown[]) => {
    // A rollback would wait once more for a connection that was given up, and its end is a rollback anyway.
    if (broken !== undefined) throw broken;
    try {
      return await ask(values.length === 0 ? { text } : { name: nameOf(text), text, values: [...values] });
    } catch (error) {
      // Where pg made the error tells of the socket, and nothing of who asked.
      if (error instanceof Error) Error.captureStackTrace(error);
      // What the server itself refused leaves the connection in order; after anything else it may be out of step.
      if (!(error instanceof pg.DatabaseError)) broken = error as Error;
      throw error;
    }
  };
  return {
    query: query as unknown as PostgresPoolClient['query'],
    release: (destroy = false) => client.release(destroy || broken !== undefined),
  };
}

function statementNames(): (text: string) => string {
  const names = new Map<string, string>();
  return (text) => {
    const name = names.get(text) ?? `todo_${names.size}`;
    names.set(text, name);
    return name;
  };
}
