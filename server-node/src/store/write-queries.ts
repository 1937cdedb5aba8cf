import type { Kysely } from 'kysely';
import { prepared } from './prepared.ts';
import type { ClaimTableRow, Database, SecretTableRow } from './rows.ts';

export type WriteQueries = ReturnType<typeof writeQueries>;

export function writeQueries(db: Kysely<Database>) {
  return {
    claim: prepared(({ claim_key, change_id, claimed_at }: ClaimTableRow) =>
      db
        .insertInto('todo_claim')
        .values({ claim_key, change_id, claimed_at })
        .onConflict((conflict) => conflict.column('claim_key').doNothing())
        .returning('claim_key'),
    ),
    claimed: prepared(({ key }: { key: string }) =>
      db.selectFrom('todo_claim').select('change_id').where('claim_key', '=', key),
    ),
    secret: prepared(({ name }: { name: string }) =>
      db.selectFrom('todo_secret').select('value').where('name', '=', name),
    ),
    makeSecret: prepared(({ name, value }: SecretTableRow) =>
      db
        .insertInto('todo_secret')
        .values({ name, value })
        .onConflict((conflict) => conflict.column('name').doNothing()),
    ),
    pruneClaims: prepared(({ before }: { before: number }) =>
      db.deleteFrom('todo_claim').where('claimed_at', '<', before),
    ),
  };
}
