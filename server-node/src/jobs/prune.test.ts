import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';

import { silentLogger } from '../shared/logger.ts';
import { DAY_MS, HOUR_MS } from '../shared/time.ts';
import { makePruning } from './prune.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

it('forgets what is older than a week and all but the newest history, at the start and every hour, also after a failure', async () => {
  const startedAt = Date.now();
  const pruned: [string, number][] = [];
  let fail = true;
  let until: AbortSignal | undefined;
  const pruning = makePruning({
    store: {
      pruneClaims: async (before) => {
        pruned.push(['claims', Date.now() - before]);
        if (fail) throw new Error('the database is away');
      },
      pruneHistory: async (keep, signal) => {
        pruned.push(['history', keep]);
        until = signal;
      },
    },
    outbox: { prune: async (before) => void pruned.push(['replies', Date.now() - before]) },
    now: Date.now,
    logger: silentLogger,
  });
  pruning.start();
  await jest.advanceTimersByTimeAsync(0);
  expect(pruned).toEqual([['claims', 7 * DAY_MS]]);
  fail = false;
  await jest.advanceTimersByTimeAsync(HOUR_MS);
  expect(pruned.slice(1)).toEqual([
    ['claims', 7 * DAY_MS],
    ['replies', 7 * DAY_MS],
    ['history', 100],
  ]);
  expect(Date.now() - startedAt).toBe(HOUR_MS);
  expect(until?.aborted).toBe(false);
  await pruning.stop();
  expect(until?.aborted).toBe(true);
  expect(jest.getTimerCount()).toBe(0);
});
