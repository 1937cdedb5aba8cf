import pg from 'pg';
import { AppError } from '../../shared/app-error.ts';
import { SECOND_MS } from '../../shared/time.ts';
import type { StoreDeps } from '../store.ts';

const DEFAULT_SCHEMA = 'todo_node';
const CONNECT_TIMEOUT_MS = 5 * SECOND_MS;
/** For connections that died without saying so. */
export const QUERY_TIMEOUT_MS = 20 * SECOND_MS;
/** A process that hangs in the middle of a change must not lock its list for ever. */
const IDLE_IN_TRANSACTION_MS = 15 * SECOND_MS;

const SCHEMA_NAME = /^[a-z_][a-z0-9_]{0,50}$/;

/** @throws {AppError} invalid_config */
export function schemaOf({ schema = DEFAULT_SCHEMA }: StoreDeps): string {
  if (SCHEMA_NAME.test(schema)) return schema;
  throw new AppError(
    'invalid_config',
    `Expected a schema name of lower-case letters, digits and _, at most 51; got ${JSON.stringify(schema)}.`,
  );
}

/** What each new connection is told first: to see our schema only, so that the queries need not name it. */
export function sessionSettings(schema: string): string {
  return `set search_path to "${schema}"; set idle_in_transaction_session_timeout to ${IDLE_IN_TRANSACTION_MS}`;
}

/** An address whose parts somebody else has read. */
export type PostgresConnection = Pick<
  pg.ClientConfig,
  'host' | 'port' | 'user' | 'password' | 'database' | 'ssl' | 'options' | 'connectionTimeoutMillis'
>;

export function connectionConfig(address: string | PostgresConnection): pg.ClientConfig {
  return {
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    ...(typeof address === 'string' ? { connectionString: address } : address),
    application_name: 'todo-node',
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser: numbersAsNumbers },
  };
}

/** Our 64-bit integers are milliseconds and counts, which a JavaScript number holds exactly. */
function numbersAsNumbers(oid: number, format?: 'text' | 'binary'): unknown {
  if (oid === pg.types.builtins.INT8) return Number;
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text');
}
