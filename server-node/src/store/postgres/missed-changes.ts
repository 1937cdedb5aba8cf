import type pg from 'pg';
import type { ChangeId } from '../../todos/todo.ts';
import type { Announced } from '../../todos/whom-it-concerns.ts';
import { announcedOf, SELECT_ANNOUNCED, type AnnouncedRow } from '../announced-rows.ts';

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
  const { rows } = await client.query<AnnouncedRow>(
    `${SELECT_ANNOUNCED}
     where line.seq > (select coalesce(max(seq), 0) from todo_history) - $2
       and not pg_visible_in_snapshot(line.transaction_id, $1::pg_snapshot)
     order by line.seq`,
    [snapshot, LOOK_BACK],
  );
  return announcedOf(rows);
}

/** One change, whose announcement did not say all. */
export async function lookUp(client: pg.Client, changeId: ChangeId): Promise<Announced[]> {
  const sql = `${SELECT_ANNOUNCED} where line.change_id = $1 order by line.seq`;
  const { rows } = await client.query<AnnouncedRow>(sql, [changeId]);
  return announcedOf(rows);
}
