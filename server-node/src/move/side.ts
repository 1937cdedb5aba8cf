import type { Row, Table, Value } from './tables.ts';

/** One of the two stores of a move, inside one transaction. */
export interface Side {
  /** In the order of the key, after `after`. */
  rows(table: Table, after: Value | undefined, limit: number): Promise<Row[]>;
  insert(table: Table, rows: readonly Row[]): Promise<void>;
  /** Lets numbers that the database gives go on after the copied ones. */
  goOn(table: Table): Promise<void>;
  commit(): Promise<void>;
  /** Takes back what was not committed. */
  close(): Promise<void>;
}

const BATCH = 500;

/** All rows, a batch at a time. */
export async function* batchesOf(side: Side, table: Table): AsyncGenerator<Row[]> {
  let after: Value | undefined;
  for (;;) {
    const rows = await side.rows(table, after, BATCH);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) return;
    after = rows.at(-1)?.[table.key];
  }
}
