import type { Push } from './host.ts';
import type { Readiness } from './http/http-deps.ts';
import type { Observed } from './metrics/metrics.ts';

/** What metrics tell of this moment: the same as `/readyz`, and the streams. */
export function makeObserve(
  readiness: () => Promise<Readiness>,
  push: Pick<Push, 'streamsOpen'>,
): () => Promise<Observed> {
  return async () => {
    const { database, mattermost, outbox } = await readiness();
    const streams = push.streamsOpen?.();
    return {
      databaseUp: database === 'ok',
      mattermostUp: mattermost === 'ok',
      ...(database === 'ok' && { outboxWaiting: outbox.waiting, outboxOldestMs: outbox.oldestMs }),
      ...(streams !== undefined && { streams }),
    };
  };
}
