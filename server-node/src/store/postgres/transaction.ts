import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { NewId } from '../../todos/new-id.ts';
import type { TodoStore, TodoWriter } from '../../todos/ports.ts';
import { makeClaim } from '../claim.ts';
import { emptyList, fromList, toList } from '../mapping.ts';
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
import { makeEnqueue, type EnqueueQueries } from './enqueue.ts';
import { isWorthRepeating, postgresError } from './errors.ts';
import { postgresFlavour } from './flavour.ts';
import { makeSave, type SaveQueries } from './save.ts';

const TRIES = 5;
const PAUSE_MS = 20;

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
    enqueue: EnqueueQueries;
  };
  newId: NewId;
  schema: string;
}

/** Read committed: after a list's row is locked, the next query sees what its last writer left. */
export function makeTransaction(deps: TransactionDeps): TodoStore['transaction'] {
  const once = <T>(work: (writer: TodoWriter) => Promise<T>): Promise<T> =>
    deps.db
      .transaction()
      .setIsolationLevel('read committed')
      .execute((transaction) => work(makeWriter(runner(transaction), deps)));

  return async (work) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await once(work);
      } catch (error) {
        if (!isWorthRepeating(error) || tries === TRIES) throw postgresError(error);
        await sleep(Math.random() * PAUSE_MS * 2 ** tries);
      }
    }
  };
}

function makeWriter(run: Run, { queries, newId, schema }: TransactionDeps): TodoWriter {
  return {
    ...makeReader(run, queries.read, postgresFlavour),
    lock: makeLock(run, queries.save),
    save: makeSave(run, queries.save, schema),
    claim: makeClaim(run, queries.write),
    wakeUps: makeWakeUpWriter(run, queries.wakeUps, postgresFlavour),
    people: makeWriteSettings(run, queries.people, postgresFlavour),
    livingPosts: makeLivingPostWriter(run, queries.livingPosts, postgresFlavour),
    replyTarget: makeReplyTarget(run, queries.outbox),
    enqueue: makeEnqueue(run, queries.enqueue, newId, schema),
  };
}

/** A list that two make at once is made by one; the other waits and then finds it. */
function makeLock(run: Run, queries: SaveQueries): TodoWriter['lock'] {
  return async (id) => {
    const [row] = await run(queries.lockList({ id }));
    if (row !== undefined) return toList(row);
    await run(queries.makeList(fromList(emptyList(id))));
    const [made] = await run(queries.lockList({ id }));
    return made === undefined ? emptyList(id) : toList(made);
  };
}
