import type { Readiness } from './http/http-deps.ts';
import { AppError } from './shared/app-error.ts';
import { inTime } from './shared/in-time.ts';
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
  const ask = async (): Promise<Pick<Readiness, 'database' | 'outbox'>> => {
    await todos.ping();
    const { waiting, oldestAt } = await outbox.backlog();
    const oldestMs = oldestAt === null ? 0 : Math.max(0, now() - oldestAt);
    return { database: 'ok', outbox: { waiting, oldestMs } };
  };
  return async () => {
    const mattermost = mattermostState();
    const asked = await inTime(ask(), PATIENCE_MS, () => away('It took too long to answer.')).catch(notOk);
    return { ready: asked.database === 'ok' && mattermost === 'ok', mattermost, ...asked };
  };
}

function notOk(error: unknown): Omit<Readiness, 'ready' | 'mattermost'> {
  if (!(error instanceof AppError)) return away('The log has the details.');
  if (error.code !== 'store_damaged') return away(error.message);
  const saw = String(error.details['saw'] ?? '');
  return { ...away(`${error.message} ${saw}`.trim()), database: 'damaged' };
}

const away = (reason: string): Omit<Readiness, 'ready' | 'mattermost'> => ({
  database: 'away',
  reason,
  outbox: { waiting: 0, oldestMs: 0 },
});
