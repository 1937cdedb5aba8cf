import pg from 'pg';
import { connectionConfig, sessionSettings } from '../store/postgres/config.ts';
import type { Side } from './side.ts';
import { TABLES, type Row, type Table } from './tables.ts';

const READING = 'begin isolation level repeatable read read only';
/** Nobody may write meanwhile. */
const WRITING = `begin; lock table ${TABLES.map(({ name }) => name).join(', ')} in exclusive mode`;

export async function openPostgresSide(url: string, schema: string, mode: 'read' | 'write'): Promise<Side> {
  const client = new pg.Client(connectionConfig(url));
  client.on('error', () => undefined);
  await client.connect();
  await client.query(sessionSettings(schema));
  await client.query(mode === 'read' ? READING : WRITING);
  return {
    async rows(table, after, limit) {
      const { name, columns } = table;
      const order = orderOf(table);
      const where = after === undefined ? '' : `where ${order} > $2`;
      const sql = `select ${columns.join(', ')} from ${name} ${where} order by ${order} limit $1`;
      return (await client.query<Row>(sql, after === undefined ? [limit] : [limit, after])).rows;
    },
    async insert({ name, columns, isNumbered }, rows) {
      const marks = rows.map(
        (_, at) => `(${columns.map((__, i) => `$${at * columns.length + i + 1}`).join(', ')})`,
      );
      const override = isNumbered ? 'overriding system value' : '';
      const sql = `insert into ${name} (${columns.join(', ')}) ${override} values ${marks.join(', ')}`;
      await client.query(
        sql,
        rows.flatMap((row) => columns.map((column) => row[column] ?? null)),
      );
    },
    async goOn({ name, key, isNumbered }) {
      if (!isNumbered) return;
      const sequence = `pg_get_serial_sequence('"${schema}".${name}', '${key}')`;
      await client.query(
        `select setval(${sequence}, (select max(${key}) from ${name})) where exists (select from ${name})`,
      );
    },
    commit: async () => void (await client.query('commit')),
    close: () => client.end(),
  };
}

/** By bytes, as SQLite orders: collations differ between databases. */
const orderOf = ({ key, isNumbered }: Table): string => (isNumbered ? key : `${key} collate "C"`);
