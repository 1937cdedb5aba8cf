import { sql, type Kysely } from 'kysely';
import type { Flavour } from './flavour.ts';
import { prepared } from './prepared.ts';
import type { Database, ReplyTableRow } from './rows.ts';

export type NewReply = Pick<ReplyTableRow, 'id' | 'order_key' | 'target' | 'text' | 'created_at'>;
export type OutboxQueries = ReturnType<typeof outboxQueries>;

export function outboxQueries(db: Kysely<Database>, { locksRows }: Flavour) {
  return {
    insert: prepared(({ id, order_key, target, text, created_at }: NewReply) =>
      db
        .insertInto('todo_reply')
        .values({ id, order_key, target, text, created_at, due_at: created_at, attempts: sql.lit(0) }),
    ),
    /** Only the oldest waiting one of a key can be due: the others wait behind it, even when it is taken or fails. */
    take: prepared(({ now, until, limit }: { now: number; until: number; limit: number }) =>
      db
        .with('due', (cte) =>
          cte
            .selectFrom('todo_reply as reply')
            .select('reply.seq')
            .where('reply.finished_at', 'is', null)
            .where('reply.due_at', '<=', now)
            .where(({ not, exists, selectFrom }) =>
              not(
                exists(
                  selectFrom('todo_reply as older')
                    .select('older.seq')
                    .whereRef('older.order_key', '=', 'reply.order_key')
                    .whereRef('older.seq', '<', 'reply.seq')
                    .where('older.finished_at', 'is', null),
                ),
              ),
            )
            .orderBy('reply.seq')
            .limit(limit)
            .$if(locksRows, (query) => query.forUpdate().skipLocked()),
        )
        .updateTable('todo_reply')
        .set(({ eb }) => ({ due_at: until, attempts: eb('attempts', '+', sql.lit(1)) }))
        .where('seq', 'in', ({ selectFrom }) => selectFrom('due').select('seq'))
        .where('finished_at', 'is', null)
        .returningAll(),
    ),
    finish: prepared(
      ({
        id,
        now,
        postId,
        reason,
      }: {
        id: string;
        now: number;
        postId: string | null;
        reason: string | null;
      }) =>
        db
          .updateTable('todo_reply')
          .set({ finished_at: now, post_id: postId, reason })
          .where('id', '=', id)
          .where('finished_at', 'is', null),
    ),
    retry: prepared(({ id, retryAt, reason }: { id: string; retryAt: number; reason: string }) =>
      db
        .updateTable('todo_reply')
        .set({ due_at: retryAt, reason })
        .where('id', '=', id)
        .where('finished_at', 'is', null),
    ),
    backlog: prepared(() =>
      db
        .selectFrom('todo_reply')
        .select(({ fn }) => [fn.countAll<number>().as('waiting'), fn.min('created_at').as('oldest_at')])
        .where('finished_at', 'is', null),
    ),
    prune: prepared(({ before }: { before: number }) =>
      db.deleteFrom('todo_reply').where('finished_at', '<', before),
    ),
  };
}
