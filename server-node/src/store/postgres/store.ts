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
import { connectionConfig, schemaOf, type PostgresConnection } from './config.ts';
import { postgresDialect } from './dialect.ts';
import { enqueueQueries } from './enqueue.ts';
import { postgresError } from './errors.ts';
import { postgresFlavour } from './flavour.ts';
import { closeOrLeaveBehind } from './leave-behind.ts';
import { migratePostgres } from './migrate.ts';
import { openPool } from './pool.ts';
import { saveQueries } from './save.ts';
import { makeTransaction } from './transaction.ts';

export async function openPostgresStore(
  databaseUrl: string | PostgresConnection,
  deps: StoreDeps,
): Promise<Store> {
  const releases = releaseStack();
  try {
    return await opened(databaseUrl, deps, releases);
  } catch (error) {
    await releases.releaseAll();
    throw postgresError(error);
  }
}

async function opened(
  databaseUrl: string | PostgresConnection,
  deps: StoreDeps,
  releases: ReturnType<typeof releaseStack>,
): Promise<Store> {
  const schema = schemaOf(deps);
  const config = connectionConfig(databaseUrl);
  const madeAt = await migratePostgres(config, schema, await readMigrations('postgres'), deps.now());
  const pool = openPool(config, deps.logger, deps.poolSize);
  releases.add(() => closeOrLeaveBehind(() => pool.end(), deps.logger));
  const feed = makeChangeFeed({ config, schema, logger: deps.logger });
  releases.add(() => closeOrLeaveBehind(feed.stop, deps.logger));
  await feed.start();
  const db = new Kysely<Database>({ dialect: postgresDialect(pool, schema) });
  return { ...assembled(db, feed, { ...deps, schema }, releases.releaseAll), madeAt };
}

function assembled(
  db: Kysely<Database>,
  feed: ReturnType<typeof makeChangeFeed>,
  deps: StoreDeps & { schema: string },
  close: Store['close'],
): Omit<Store, 'madeAt'> {
  const queries = {
    read: readQueries(db, postgresFlavour),
    write: writeQueries(db),
    save: saveQueries(db),
    outbox: outboxQueries(db, postgresFlavour),
    wakeUps: wakeUpQueries(db, postgresFlavour),
    people: personSettingsQueries(db, postgresFlavour),
    livingPosts: livingPostQueries(db, postgresFlavour),
    enqueue: enqueueQueries(db),
  };
  const run = translated(runner(db));
  const transaction = makeTransaction({ db, queries, newId: deps.newId, schema: deps.schema });
  return {
    close,
    todos: {
      ...makeReader(run, queries.read, postgresFlavour, keptTexts(run, queries.read)),
      transaction,
      onChange: feed.onChange,
      ledTo: makeLedTo(run, queries.write),
      pruneClaims: async (before) => void (await run(queries.write.pruneClaims({ before }))),
      pruneHistory: makePruneHistory({ read: run, write: run }, historyPruneQueries(db)),
      ping: async () => void (await run(queries.read.list({ id: '' }))),
    },
    secretOf: makeSecretOf(run, queries.write),
    outbox: makeOutbox({ run, queries: queries.outbox, transaction, onAdded: feed.onAdded, now: deps.now }),
    wakeUps: makeWakeUps(run, queries.wakeUps, postgresFlavour),
    livingPosts: makeLivingPostReader(run, queries.livingPosts),
    people: makeReadSettings(run, queries.people, postgresFlavour),
  };
}

function translated(run: Run): Run {
  return async (query) => {
    try {
      return await run(query);
    } catch (error) {
      throw postgresError(error);
    }
  };
}
