import type { Kysely } from 'kysely';
import type { NewId } from '../../todos/new-id.ts';
import type { TodoStore, TodoWriter } from '../../todos/ports.ts';
import { makeClaim } from '../claim.ts';
import { fromDraft } from '../mapping.ts';
import { orderKeyOf } from '../order-key.ts';
import { makeLivingPostWriter, type LivingPostQueries } from '../living-posts.ts';
import { makeReplyTarget } from '../outbox.ts';
import type { OutboxQueries } from '../outbox-queries.ts';
import { makeWriteSettings, type PersonSettingsQueries } from '../person-settings.ts';
import { makeReader } from '../reader.ts';
import type { ReadQueries } from '../read-queries.ts';
import type { Database } from '../rows.ts';
import { runner, type Run } from '../runner.ts';
import { makeWakeUpWriter } from '../wake-up-writer.ts';
import type { WakeUpQueries } from '../wake-up-queries.ts';
import type { WriteQueries } from '../write-queries.ts';
import { sqliteFlavour } from './flavour.ts';
import { makeSave, type SaveQueries } from './save.ts';

export interface TransactionDeps {
  db: Kysely<Database>;
  queries: {
    read: ReadQueries;
    write: WriteQueries;
    save: SaveQueries;
    outbox: OutboxQueries;
    wakeUps: WakeUpQueries;
    people: PersonSettingsQueries;
    livingPosts: LivingPostQueries;
  };
  newId: NewId;
  afterCommit(): void;
  /** Says in our words what SQLite refused. */
  translate(error: unknown): unknown;
}

export function makeTransaction({
  db,
  queries,
  newId,
  afterCommit,
  translate,
}: TransactionDeps): TodoStore['transaction'] {
  return async (work) => {
    try {
      return await db
        .transaction()
        .execute((transaction) => work(makeWriter(runner(transaction), queries, newId)));
    } catch (error) {
      throw translate(error);
    } finally {
      afterCommit();
    }
  };
}

function makeWriter(run: Run, queries: TransactionDeps['queries'], newId: NewId): TodoWriter {
  const reader = makeReader(run, queries.read, sqliteFlavour);
  return {
    ...reader,
    /** The transaction holds the write lock of the whole database already; the row itself is made by `save`. */
    lock: reader.list,
    save: makeSave(run, queries.save),
    claim: makeClaim(run, queries.write),
    wakeUps: makeWakeUpWriter(run, queries.wakeUps, sqliteFlavour),
    people: makeWriteSettings(run, queries.people, sqliteFlavour),
    livingPosts: makeLivingPostWriter(run, queries.livingPosts, sqliteFlavour),
    replyTarget: makeReplyTarget(run, queries.outbox),
    enqueue: async (drafts, at) => {
      for (const draft of drafts) {
        const made = { id: newId(), orderKey: orderKeyOf(draft.target), at };
        await run(queries.outbox.insert(fromDraft(draft, made)));
      }
    },
  };
}
