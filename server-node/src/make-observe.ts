import type { Push } from './host.ts';
import type { Readiness } from './http/http-deps.ts';
import { makeShortMemory } from './shared/short-memory.ts';
import { MINUTE_MS, type Clock } from './shared/time.ts';
import type { WakeUps } from './wake-ups/ports.ts';
import type { Observed } from './metrics/metrics.ts';

/** To count a million costs more than a scrape should. */
const COUNTED_EVERY_MS = 5 * MINUTE_MS;

/** What metrics tell of this moment: the same as `/readyz`, and the streams. */
export function makeObserve(
  readiness: () => Promise<Readiness>,
  push: Pick<Push, 'streamsOpen'>,
  { wakeUps, now }: { wakeUps: Pick<WakeUps, 'waiting'>; now: Clock },
): () => Promise<Observed> {
  const counted = makeShortMemory<number>({ now, keepMs: () => COUNTED_EVERY_MS, maxEntries: 1 });
  return async () => {
    const { database, mattermost, outbox } = await readiness();
    const streams = push.streamsOpen?.();
    const wakeUpsWaiting =
      database === 'ok' ? await counted.recall('', wakeUps.waiting).catch(() => undefined) : undefined;
    return {
      ...(wakeUpsWaiting !== undefined && { wakeUpsWaiting }),
      databaseUp: database === 'ok',
      mattermostUp: mattermost === 'ok',
      ...(database === 'ok' && { outboxWaiting: outbox.waiting, outboxOldestMs: outbox.oldestMs }),
      ...(streams !== undefined && { streams }),
    };
  };
}
