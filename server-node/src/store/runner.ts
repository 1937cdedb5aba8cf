import type { CompiledQuery } from 'kysely';

/** Runs one query and gives its rows: the database itself, or one transaction. */
export type Run = <Row>(query: CompiledQuery<Row>) => Promise<readonly Row[]>;

/** What Kysely and its transactions have in common. */
interface Executor {
  executeQuery<Row>(query: CompiledQuery<Row>): Promise<{ rows: Row[] }>;
}

export function runner(executor: Executor): Run {
  return async (query) => (await executor.executeQuery(query)).rows;
}
