import type { RawBuilder } from 'kysely';
import type { Database } from './rows.ts';

/** Where the two databases differ in what both can do. */
export interface Flavour {
  /** Many values as one parameter, so that the query's text does not depend on their number. */
  oneOf(column: string, values: readonly (string | number)[]): RawBuilder<boolean>;
  /** The parameter for {@link oneOf}. */
  asParameter<Value extends string | number>(values: readonly Value[]): readonly Value[];
  /** The rows of a table that are one parameter: a JSON array of objects. */
  records(table: keyof Database, columns: readonly string[], json: string): RawBuilder<unknown>;
  /** Whether rows can be locked one by one; else a writer has the database for itself. */
  locksRows: boolean;
  /** The greater of two numbers. */
  later: 'max' | 'greatest';
}
