import { sql } from 'kysely';
import type { Flavour } from '../flavour.ts';

export const sqliteFlavour: Flavour = {
  oneOf: (column, values) => sql`${sql.ref(column)} in (select value from json_each(${values}))`,
  asParameter: <Value>(values: readonly Value[]) => JSON.stringify(values) as unknown as readonly Value[],
  records: (_table, columns, json) =>
    sql`(select ${sql.raw(columns.map((name) => `value ->> '${name}' as ${name}`).join(', '))} from json_each(${json}))`,
  locksRows: false,
  later: 'max',
};
