import type { Outbox } from '../replies/ports.ts';
import type { Clock } from '../shared/time.ts';
import { toTakenReply } from './mapping.ts';
import type { OutboxQueries } from './outbox-queries.ts';
import type { Run } from './runner.ts';
import type { TodoStore } from '../todos/ports.ts';

export interface OutboxDeps {
  run: Run;
  queries: OutboxQueries;
  transaction: TodoStore['transaction'];
  onAdded: Outbox['onAdded'];
  now: Clock;
}

export function makeOutbox({ run, queries, transaction, onAdded, now }: OutboxDeps): Outbox {
  return {
    onAdded,
    add: async (drafts) => {
      if (drafts.length > 0) await transaction((writer) => writer.enqueue(drafts, now()));
    },
    take: async (at, leaseMs, limit) => {
      const rows = await run(queries.take({ now: at, until: at + leaseMs, limit }));
      return rows.toSorted((one, other) => one.seq - other.seq).map(toTakenReply);
    },
    sent: async (id, postId, at) => void (await run(queries.finish({ id, now: at, postId, reason: null }))),
    retry: async (id, retryAt, reason) => void (await run(queries.retry({ id, retryAt, reason }))),
    drop: async (id, at, reason) => void (await run(queries.finish({ id, now: at, postId: null, reason }))),
    backlog: async () => {
      const [row] = await run(queries.backlog({}));
      return { waiting: row?.waiting ?? 0, oldestAt: row?.oldest_at ?? null };
    },
    prune: async (before) => void (await run(queries.prune({ before }))),
  };
}
