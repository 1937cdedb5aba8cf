import type { FoundReply, Outbox } from '../replies/ports.ts';
import type { PostId } from '../shared/ids.ts';
import type { Clock } from '../shared/time.ts';
import { HOUR_MS } from '../shared/time.ts';
import { toLease, toTakenReply, toTarget } from './mapping.ts';
import type { OutboxQueries } from './outbox-queries.ts';
import type { ReplyTableRow } from './rows.ts';
import type { Run } from './runner.ts';
import type { TodoStore, TodoWriter } from '../todos/ports.ts';

export interface OutboxDeps {
  run: Run;
  queries: OutboxQueries;
  transaction: TodoStore['transaction'];
  onAdded: Outbox['onAdded'];
  now: Clock;
}

export const makeReplyTarget =
  (run: Run, { find }: Pick<OutboxQueries, 'find'>): TodoWriter['replyTarget'] =>
  async (id) =>
    (await run(find({ id }))).map(toTarget)[0];

type FoundRow = Pick<ReplyTableRow, 'target' | 'post_id' | 'finished_at' | 'reason'>;

/** One that waits may have a reason, too: why it was put off. One that was sent has none. */
const toFound = (row: FoundRow): FoundReply => ({
  target: toTarget(row),
  postId: row.post_id as PostId | null,
  isDropped: row.finished_at !== null && row.reason !== null,
});

/** Nothing is put off for so long. */
const FARTHEST_MS = HOUR_MS;

export function makeOutbox({ run, queries, transaction, onAdded, now }: OutboxDeps): Outbox {
  return {
    onAdded,
    add: async (drafts) => {
      if (drafts.length > 0) await transaction((writer) => writer.enqueue(drafts, now()));
    },
    take: async (at, leaseMs, limit, holder) => {
      const rows = await run(
        queries.take({
          now: at,
          farthest: at + FARTHEST_MS,
          until: at + leaseMs,
          limit,
          holder: holder ?? null,
        }),
      );
      return rows.toSorted((one, other) => one.seq - other.seq).map(toTakenReply);
    },
    sent: async (id, postId, at) => void (await run(queries.finish({ id, now: at, postId, reason: null }))),
    retry: async (id, retryAt, reason, holder) =>
      void (await run(queries.retry({ id, retryAt, reason, holder: holder ?? null }))),
    renew: async (id, until, holder) => (await run(queries.renew({ id, until, holder }))).length > 0,
    leases: async () => (await run(queries.leases({}))).map(toLease),
    free: async (lease) => void (await run(queries.free(lease))),
    drop: async (id, at, reason) => void (await run(queries.finish({ id, now: at, postId: null, reason }))),
    find: async (id) => {
      const [row] = await run(queries.find({ id }));
      return row === undefined ? undefined : toFound(row);
    },
    backlog: async () => {
      const [row] = await run(queries.backlog({}));
      return { waiting: row?.waiting ?? 0, oldestAt: row?.oldest_at ?? null };
    },
    prune: async (before) => void (await run(queries.prune({ before }))),
  };
}
