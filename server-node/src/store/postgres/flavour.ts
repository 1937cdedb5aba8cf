import { sql } from 'kysely';
import type { Flavour } from '../flavour.ts';

export const postgresFlavour: Flavour = {
  oneOf: (column, values) => sql`${sql.ref(column)} = any(${values})`,
  asParameter: (values) => values,
  records: (table, _columns, json) => sql`json_populate_recordset(null::${sql.ref(table)}, ${json}::json)`,
  locksRows: true,
  later: 'greatest',
};
