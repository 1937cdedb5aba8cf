import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { SqliteDatabase, SqliteStatement } from 'kysely';

/**
 * Makes `node:sqlite` look as Kysely's SQLite driver expects its database, and prepares each text once.
 * The texts are those of compiled queries, so there are few of them.
 */
export function withStatementCache(database: DatabaseSync): SqliteDatabase {
  const known = new Map<string, SqliteStatement>();
  return {
    prepare: (text) => {
      const statement = known.get(text) ?? adapted(database.prepare(text));
      known.set(text, statement);
      return statement;
    },
    close: () => database.close(),
  };
}

/**
 * Takes rows as arrays and makes plain objects of them. The objects that `node:sqlite` itself would make have no
 * prototype, which V8 keeps as hash tables: reading their fields took as long as the query. Each is a copy of an empty
 * row, as `pg` does it: one that grows field by field takes four times the memory.
 */
function adapted(statement: StatementSync): SqliteStatement {
  const names = statement.columns().map(({ name }) => name);
  const empty = { ...Object.fromEntries(names.map((name): [string, unknown] => [name, null])) };
  const toRow = (values: unknown): unknown => rowOf(empty, names, values as readonly unknown[]);
  statement.setReturnArrays(true);
  return {
    reader: names.length > 0,
    all: (parameters) => statement.all(...bindable(parameters)).map(toRow),
    run: (parameters) => statement.run(...bindable(parameters)),
    iterate: (parameters) => rowsOf(statement.iterate(...bindable(parameters)), toRow),
  };
}

function* rowsOf(all: Iterable<unknown>, toRow: (values: unknown) => unknown): IterableIterator<unknown> {
  for (const values of all) yield toRow(values);
}

function rowOf(
  empty: Record<string, unknown>,
  names: readonly string[],
  values: readonly unknown[],
): Record<string, unknown> {
  const row = { ...empty };
  for (let index = 0; index < names.length; index += 1) row[names[index] as string] = values[index];
  return row;
}

/** Our rows hold strings, numbers and nulls only. */
function bindable(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}
