import { resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { releaseStack } from '../../shared/release-stack.ts';
import { historyPruneQueries, makePruneHistory } from '../prune-history.ts';
import { makeLedTo } from '../claim.ts';
import { keptTexts } from '../kept-texts.ts';
import { livingPostQueries, makeLivingPostReader } from '../living-posts.ts';
import { readMigrations } from '../migrations.ts';
import { makeOutbox } from '../outbox.ts';
import { outboxQueries } from '../outbox-queries.ts';
import { makeSecretOf } from '../secret-of.ts';
import { personSettingsQueries, makeReadSettings } from '../person-settings.ts';
import { makeReader } from '../reader.ts';
import { readQueries } from '../read-queries.ts';
import { runner, type Run } from '../runner.ts';
import type { Database } from '../rows.ts';
import type { Store, StoreDeps } from '../store.ts';
import { makeWakeUps } from '../wake-ups.ts';
import { wakeUpQueries } from '../wake-up-queries.ts';
import { writeQueries } from '../write-queries.ts';
import { makeChangeFeed } from './change-feed.ts';
import { sqliteDialect } from './dialect.ts';
import { openingError } from './opening-error.ts';
import { sqliteFlavour } from './flavour.ts';
import { migrateSqlite } from './migrate.ts';
import { makeFile, openSqlite } from './open.ts';
import { checkPages, watchSoundness } from './soundness.ts';
import { makeTransaction } from './transaction.ts';
import { saveQueries } from './save.ts';
import { whenNotBusy } from './when-not-busy.ts';

/** Two connections: one writes, and readers see what was committed last without waiting for it. */
export async function openSqliteStore(
  path: string,
  deps: StoreDeps,
  connect: (path: string) => Promise<DatabaseSync> = openSqlite,
): Promise<Store> {
  const releases = releaseStack();
  try {
    if (makeFile(path)) sayThatItIsNew(path, deps);
    return await opened(path, () => connect(path), deps, releases);
  } catch (error) {
    await releases.releaseAll();
    throw openingError(error, path);
  }
}

/** Whoever named the file wrongly by mistake would else look at an empty list and wonder. */
function sayThatItIsNew(path: string, { logger }: StoreDeps): void {
  logger.warn(
    { path: resolve(path) },
    'There was no file for the to-dos, so a new and empty one was made. If there should have been one, correct the address of the database.',
  );
}

async function opened(
  path: string,
  connect: () => Promise<DatabaseSync>,
  deps: StoreDeps,
  releases: ReturnType<typeof releaseStack>,
): Promise<Store> {
  const writing = await connect();
  releases.add(() => writing.close());
  checkPages(writing);
  const madeAt = await migrateSqlite(writing, await readMigrations('sqlite'), deps.now());
  const writer = new Kysely<Database>({ dialect: sqliteDialect(writing) });
  releases.add(() => idle(writer));
  const reading = await connect();
  releases.add(() => reading.close());
  const reader = new Kysely<Database>({ dialect: sqliteDialect(reading) });
  releases.add(() => idle(reader));
  const soundness = watchSoundness(path, reading, deps.now);
  const feed = makeChangeFeed(reading, deps.logger);
  releases.add(feed.stop);
  return { ...assembled(reader, writer, feed, soundness, deps, releases.releaseAll), madeAt };
}

/** Kysely lends its one connection to one at a time, so whoever gets it knows that the others are done. */
async function idle(db: Kysely<Database>): Promise<void> {
  await db.connection().execute(async () => undefined);
}

function assembled(
  reader: Kysely<Database>,
  writer: Kysely<Database>,
  feed: ReturnType<typeof makeChangeFeed>,
  { note, check }: ReturnType<typeof watchSoundness>,
  deps: StoreDeps,
  close: Store['close'],
): Omit<Store, 'madeAt'> {
  const queries = {
    read: readQueries(writer, sqliteFlavour),
    write: writeQueries(writer),
    save: saveQueries(writer),
    outbox: outboxQueries(writer, sqliteFlavour),
    wakeUps: wakeUpQueries(writer, sqliteFlavour),
    people: personSettingsQueries(writer, sqliteFlavour),
    livingPosts: livingPostQueries(writer, sqliteFlavour),
  };
  const read = translated(patient(runner(reader)), note);
  const write = translated(patient(runner(writer)), note);
  const transaction = makeTransaction({
    db: writer,
    queries,
    newId: deps.newId,
    afterCommit: feed.look,
    translate: note,
  });
  return {
    close,
    todos: {
      ...makeReader(read, queries.read, sqliteFlavour, keptTexts(read, queries.read)),
      transaction,
      onChange: feed.onChange,
      ledTo: makeLedTo(read, queries.write),
      pruneClaims: async (before) => void (await write(queries.write.pruneClaims({ before }))),
      pruneHistory: makePruneHistory({ read, write }, historyPruneQueries(writer)),
      ping: async () => {
        check();
        await read(queries.read.list({ id: '' }));
      },
    },
    secretOf: makeSecretOf(write, queries.write),
    outbox: makeOutbox({
      run: write,
      queries: queries.outbox,
      transaction,
      onAdded: feed.onAdded,
      now: deps.now,
    }),
    wakeUps: makeWakeUps(write, queries.wakeUps, sqliteFlavour),
    livingPosts: makeLivingPostReader(read, queries.livingPosts),
    people: makeReadSettings(read, queries.people, sqliteFlavour),
  };
}

/** A statement by itself is refused before it did anything; within a transaction the lock is held already. */
const patient =
  (run: Run): Run =>
  (query) =>
    whenNotBusy(() => run(query));

function translated(run: Run, translate: (error: unknown) => unknown): Run {
  return async (query) => {
    try {
      return await run(query);
    } catch (error) {
      throw translate(error);
    }
  };
}
