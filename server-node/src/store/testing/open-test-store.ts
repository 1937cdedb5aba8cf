import type { ReplyTarget } from '../../replies/reply.ts';
import type { Clock } from '../../shared/time.ts';
import { createSqlite } from './fresh-stores.ts';

/** A real and empty store on SQLite, for tests of what stands above the store. */
export async function openTestStore(now: Clock = Date.now) {
  const database = await createSqlite();
  const { todos } = await database.open(now);
  return {
    ...todos,
    /** The texts of all replies that were queued, in their order. */
    outbox: async (): Promise<string[]> =>
      (await database.query('select text from todo_reply order by seq')).map(({ text }) => String(text)),
    /** Where all queued replies go and what they say, in their order. */
    replies: async (): Promise<{ target: ReplyTarget; text: string }[]> =>
      (await database.query('select target, text from todo_reply order by seq')).map(({ target, text }) => ({
        target: JSON.parse(String(target)) as ReplyTarget,
        text: String(text),
      })),
    remove: () => database.remove(),
  };
}

export type TestStore = Awaited<ReturnType<typeof openTestStore>>;
