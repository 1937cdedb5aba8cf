import { stat } from 'node:fs/promises';
import pg from 'pg';
import { AppError } from '../shared/app-error.ts';
import { silentLogger } from '../shared/logger.ts';
import { openStore } from '../store/open-store.ts';
import { connectionConfig } from '../store/postgres/config.ts';
import { makeNewId } from '../todos/new-id.ts';
import { openPostgresSide } from './postgres-side.ts';
import type { Side } from './side.ts';
import { openSqliteSide } from './sqlite-side.ts';

/** A store by its address; with PostgreSQL `?schema=` names another schema than `todo_node`. */
export interface Address {
  url: string;
  schema: string;
}

const DEFAULT_SCHEMA = 'todo_node';

/** @throws {AppError} invalid_config */
export function readAddress(option: string, text: string | undefined): Address {
  if (text !== undefined && /^sqlite:.+/s.test(text)) return { url: text, schema: DEFAULT_SCHEMA };
  if (text !== undefined && /^postgres(ql)?:\/\//.test(text) && URL.canParse(text)) {
    const url = new URL(text);
    const schema = url.searchParams.get('schema') ?? DEFAULT_SCHEMA;
    url.searchParams.delete('schema');
    return { url: url.href, schema };
  }
  const expected = `${option}: Expected sqlite:<path of a file> or postgres://<user>:<password>@<host>/<database>`;
  throw new AppError(
    'invalid_config',
    `${expected}; got ${text === undefined ? 'nothing' : 'another address'}.`,
  );
}

const pathOf = ({ url }: Address): string | undefined => /^sqlite:(.+)$/s.exec(url)?.[1];

/** Whether there is a store at all; nothing is made. */
export async function isThere(address: Address): Promise<boolean> {
  const path = pathOf(address);
  if (path !== undefined) {
    return stat(path).then(
      ({ size }) => size > 0,
      () => false,
    );
  }
  const client = new pg.Client(connectionConfig(address.url));
  await client.connect();
  try {
    const sql = 'select from information_schema.tables where table_schema = $1 and table_name = $2';
    return (await client.query(sql, [address.schema, 'todo_list'])).rowCount === 1;
  } finally {
    await client.end();
  }
}

/** Makes the store if need be, and brings it to the newest form. @throws {AppError} store_too_new */
export async function prepare({ url, schema }: Address): Promise<void> {
  const deps = { logger: silentLogger, now: Date.now, newId: makeNewId(Date.now), schema, poolSize: 1 };
  await (await openStore(url, deps)).close();
}

export async function openSide(address: Address, mode: 'read' | 'write'): Promise<Side> {
  const path = pathOf(address);
  return path === undefined
    ? openPostgresSide(address.url, address.schema, mode)
    : openSqliteSide(path, mode);
}
