import { sql } from 'kysely';
import type { Flavour } from '../flavour.ts';

export const sqliteFlavour: Flavour = {
  oneOf: (column, values) => sql`${sql.ref(column)} in (select value from json_each(${values}))`,
  asParameter: <Value>(values: readonly Value[]) => JSON.stringify(values) as unknown as readonly Value[],
  locksRows: false,
};
