import type { Clock } from '../../shared/time.ts';
import { createSqlite } from './fresh-stores.ts';

export type Fate = 'waiting' | 'sent' | 'dropped';

/** A real and empty outbox on SQLite, for tests of what delivers its replies. */
export async function openTestOutbox(now: Clock) {
  const database = await createSqlite();
  const { outbox } = await database.open(now);
  return {
    ...outbox,
    /** What became of each reply, in the order in which they were added. */
    fates: async (): Promise<Fate[]> =>
      (await database.query('select finished_at, reason from todo_reply order by seq')).map(
        ({ finished_at, reason }) =>
          finished_at === null ? 'waiting' : reason === null ? 'sent' : 'dropped',
      ),
    /** Looks at the rows, or alters them. */
    query: (sql: string) => database.query(sql),
    remove: () => database.remove(),
  };
}

export type TestOutbox = Awaited<ReturnType<typeof openTestOutbox>>;
