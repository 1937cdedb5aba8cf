import { DatabaseSync } from 'node:sqlite';
import type { Side } from './side.ts';
import type { Row } from './tables.ts';

export function openSqliteSide(path: string, mode: 'read' | 'write'): Side {
  const database = new DatabaseSync(path, { timeout: 5_000, enableForeignKeyConstraints: true });
  database.exec(mode === 'read' ? 'begin' : 'begin immediate');
  return {
    async rows({ name, columns, key }, after, limit) {
      const where = after === undefined ? '' : `where ${key} > ?`;
      const sql = `select ${columns.join(', ')} from ${name} ${where} order by ${key} limit ?`;
      return database.prepare(sql).all(...(after === undefined ? [] : [after]), limit) as Row[];
    },
    async insert({ name, columns }, rows) {
      const marks = columns.map(() => '?').join(', ');
      const statement = database.prepare(`insert into ${name} (${columns.join(', ')}) values (${marks})`);
      for (const row of rows) statement.run(...columns.map((column) => row[column] ?? null));
    },
    /** SQLite's own counter follows by itself. */
    async goOn() {},
    async commit() {
      database.exec('commit');
    },
    async close() {
      if (database.isTransaction) database.exec('rollback');
      database.close();
    },
  };
}
