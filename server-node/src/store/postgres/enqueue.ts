import { sql, type Kysely } from 'kysely';
import type { NewId } from '../../todos/new-id.ts';
import type { TodoWriter } from '../../todos/ports.ts';
import { fromDraft } from '../mapping.ts';
import { orderKeyOf } from '../order-key.ts';
import { prepared } from '../prepared.ts';
import type { Database } from '../rows.ts';
import type { Run } from '../runner.ts';
import { replyChannel } from './channels.ts';

interface Queued {
  replies: string;
  channel: string;
}

export type EnqueueQueries = ReturnType<typeof enqueueQueries>;

export function enqueueQueries(db: Kysely<Database>) {
  return { enqueue: prepared((queued: Queued) => ({ compile: () => queueing(queued).compile(db) })) };
}

function queueing({ replies, channel }: Queued) {
  return sql`
    with added as (
      insert into todo_reply (id, order_key, target, text, choices, created_at, due_at, attempts)
      select id, order_key, target, text, choices, created_at, 0, 0
      from json_populate_recordset(null::todo_reply, ${replies}::json)
    )
    select pg_notify(${channel}, '')`;
}

export function makeEnqueue(
  run: Run,
  queries: EnqueueQueries,
  newId: NewId,
  schema: string,
): TodoWriter['enqueue'] {
  return async (drafts, at) => {
    const rows = drafts.map((draft) =>
      fromDraft(draft, { id: newId(), orderKey: orderKeyOf(draft.target), at }),
    );
    await run(queries.enqueue({ replies: JSON.stringify(rows), channel: replyChannel(schema) }));
  };
}
