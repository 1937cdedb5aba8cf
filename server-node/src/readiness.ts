import type { Readiness } from './http/http-deps.ts';
import type { Clock } from './shared/time.ts';
import type { Store } from './store/store.ts';

/** How long the database may take to answer. */
const PATIENCE_MS = 2_000;

/** Ready means that a person's request would succeed: the database is needed, and Mattermost says who asks. */
export function makeReadiness(
  { todos, outbox }: Pick<Store, 'todos' | 'outbox'>,
  mattermostState: () => Readiness['mattermost'],
  now: Clock,
): () => Promise<Readiness> {
  const ask = async () => {
    await todos.ping();
    const { waiting, oldestAt } = await outbox.backlog();
    return { waiting, oldestMs: oldestAt === null ? 0 : Math.max(0, now() - oldestAt) };
  };
  return async () => {
    const mattermost = mattermostState();
    const backlog = await inTime(ask()).catch(() => undefined);
    const database = backlog === undefined ? 'away' : 'ok';
    const ready = database === 'ok' && mattermost === 'ok';
    return { ready, database, mattermost, outbox: backlog ?? { waiting: 0, oldestMs: 0 } };
  };
}

async function inTime<T>(asked: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('The database took too long to answer.')), PATIENCE_MS);
  });
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
