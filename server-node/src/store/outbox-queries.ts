import { sql, type Kysely } from 'kysely';
import type { Flavour } from './flavour.ts';
import { pick, prepared } from './prepared.ts';
import type { Database, ReplyTableRow } from './rows.ts';

/** What is given to a reply when it is written. */
const NEW_REPLY = ['id', 'order_key', 'target', 'text', 'choices', 'created_at'] as const;
export type NewReply = Pick<ReplyTableRow, (typeof NEW_REPLY)[number]>;
interface Take {
  now: number;
  farthest: number;
  until: number;
  limit: number;
  holder: string | null;
}
interface Retry {
  id: string;
  retryAt: number;
  reason: string;
  holder: string | null;
}
export type OutboxQueries = ReturnType<typeof outboxQueries>;

export function outboxQueries(db: Kysely<Database>, { locksRows }: Flavour) {
  return {
    insert: prepared((reply: NewReply) =>
      db
        .insertInto('todo_reply')
        .values({ ...pick(reply, NEW_REPLY), due_at: sql.lit(0), attempts: sql.lit(0) }),
    ),
    /**
     * Only the oldest waiting one of a key can be due: the others wait behind it, even when it is taken or fails. What
     * is due only after `farthest` was put there by a clock that has been set back since.
     */
    take: prepared(({ now, farthest, until, limit, holder }: Take) =>
      db
        .with('due', (cte) =>
          cte
            .selectFrom('todo_reply as reply')
            .select('reply.seq')
            .where('reply.finished_at', 'is', null)
            .where('reply.taken_by', 'is', null)
            .where(({ or, eb }) => or([eb('reply.due_at', '<=', now), eb('reply.due_at', '>', farthest)]))
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
        .set(({ eb }) => ({ due_at: until, taken_by: holder, attempts: eb('attempts', '+', sql.lit(1)) }))
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
    retry: prepared(({ id, retryAt, reason, holder }: Retry) =>
      db
        .updateTable('todo_reply')
        .set({ due_at: retryAt, taken_by: null, reason })
        .where('id', '=', id)
        .where('taken_by', 'is not distinct from', holder)
        .where('finished_at', 'is', null),
    ),
    renew: prepared(({ id, until, holder }: { id: string; until: number; holder: string }) =>
      db
        .updateTable('todo_reply')
        .set({ due_at: until })
        .where('id', '=', id)
        .where('taken_by', '=', holder)
        .where('finished_at', 'is', null)
        .returning('id'),
    ),
    leases: prepared(() =>
      db
        .selectFrom('todo_reply')
        .select(['id', 'taken_by', 'due_at'])
        .where('finished_at', 'is', null)
        .where('taken_by', 'is not', null),
    ),
    free: prepared(({ id, until, holder }: { id: string; until: number; holder: string }) =>
      db
        .updateTable('todo_reply')
        .set({ due_at: sql.lit(0), taken_by: null })
        .where('id', '=', id)
        .where('taken_by', '=', holder)
        .where('due_at', '=', until)
        .where('finished_at', 'is', null),
    ),
    find: prepared(({ id }: { id: string }) =>
      db.selectFrom('todo_reply').select(['target', 'post_id', 'finished_at', 'reason']).where('id', '=', id),
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
