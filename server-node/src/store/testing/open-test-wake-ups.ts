import type { Clock } from '../../shared/time.ts';
import type { WakeUp } from '../../wake-ups/wake-up.ts';
import { createSqlite } from './fresh-stores.ts';

/** A real and empty store on SQLite, for tests of what hands wake-ups over. */
export async function openTestWakeUps(now: Clock) {
  const database = await createSqlite();
  const { todos, wakeUps } = await database.open(now);
  return {
    todos,
    wakeUps,
    schedule: (...all: WakeUp[]) => todos.transaction((writer) => writer.wakeUps.schedule(all)),
    /** The texts of all replies that were queued, in their order. */
    said: async (): Promise<string[]> =>
      (await database.query('select text from todo_reply order by seq')).map(({ text }) => String(text)),
    query: (sql: string) => database.query(sql),
    remove: () => database.remove(),
  };
}

export type TestWakeUps = Awaited<ReturnType<typeof openTestWakeUps>>;
