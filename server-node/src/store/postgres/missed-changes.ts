import type pg from 'pg';
import type { Announced } from './channels.ts';

/** Lines so far back are surely known, however long their transaction took. */
const LOOK_BACK = 10_000;

export async function snapshotNow(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ snapshot: string }>('select pg_current_snapshot()::text as snapshot');
  return rows[0]?.snapshot ?? '';
}

/**
 * What was committed after `snapshot` was taken. The numbers `seq` alone cannot tell: a change may get a lower one
 * and yet be committed later.
 */
export async function missedSince(client: pg.Client, snapshot: string): Promise<Announced[]> {
  const { rows } = await client.query<Announced>(
    `select list_id as "listId", change_id as "changeId" from todo_history
     where seq > (select coalesce(max(seq), 0) from todo_history) - $2
       and not pg_visible_in_snapshot(transaction_id, $1::pg_snapshot)
     group by change_id, list_id order by min(seq)`,
    [snapshot, LOOK_BACK],
  );
  return rows;
}
