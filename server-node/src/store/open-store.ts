import { AppError } from '../shared/app-error.ts';
import type { PostgresConnection } from './postgres/config.ts';
import { openPostgresStore } from './postgres/store.ts';
import { openSqliteStore } from './sqlite/store.ts';
import type { Store, StoreDeps } from './store.ts';

/** `sqlite:<path>`, `postgres://…`, or the parts of a PostgreSQL address. */
export type DatabaseAddress = string | PostgresConnection;

/**
 * @throws {AppError} invalid_config, store_unavailable, store_too_new
 */
export async function openStore(databaseUrl: DatabaseAddress, deps: StoreDeps): Promise<Store> {
  if (typeof databaseUrl !== 'string' || /^postgres(ql)?:\/\//.test(databaseUrl))
    return openPostgresStore(databaseUrl, deps);
  const path = /^sqlite:(.+)$/s.exec(databaseUrl)?.[1];
  if (path !== undefined) return openSqliteStore(path, deps);
  throw new AppError(
    'invalid_config',
    'Expected a database address of the form sqlite:<path> or postgres://…; got another one.',
  );
}
