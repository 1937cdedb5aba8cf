import { expect, it } from '@jest/globals';
import { openStoreWhenThere } from './open-store-when-there.ts';
import { AppError } from './shared/app-error.ts';
import { silentLogger } from './shared/logger.ts';
import { SECOND_MS } from './shared/time.ts';
import type { Store } from './store/store.ts';

const STORE = {} as Store;
const AWAY = new AppError('store_unavailable', 'It does not answer.', { cause: { code: 'ECONNREFUSED' } });
/** By the clock of the test; the pauses are real ones, and short. */
const EACH_TRY_MS = 40 * SECOND_MS;

const nothing = () => undefined;

/** @param failures of one try after the other; then it opens */
function play(
  failures: unknown[],
  {
    onAway = nothing,
    onTry = nothing,
  }: { onAway?: (stopping: AbortController) => void; onTry?: (stopping: AbortController) => void } = {},
) {
  const seen = { warnings: [] as string[], reasons: [] as string[], tries: 0 };
  const stopping = new AbortController();
  const opened = openStoreWhenThere(
    async () => {
      onTry(stopping);
      const error = failures[seen.tries++];
      if (error !== undefined) throw error;
      return STORE;
    },
    {
      logger: { ...silentLogger, warn: (_fields, sentence) => void seen.warnings.push(sentence) },
      now: () => seen.tries * EACH_TRY_MS,
      signal: stopping.signal,
      onAway(reason) {
        seen.reasons.push(reason);
        onAway(stopping);
      },
    },
  );
  return { opened, seen };
}

it('waits for as long as it takes, says why each time, and repeats itself in the log once a minute', async () => {
  const { opened, seen } = play([AWAY, AWAY, AWAY]);
  expect(await opened).toBe(STORE);
  expect(seen).toEqual({
    warnings: Array.from({ length: 2 }, () => 'The database cannot be reached; trying again.'),
    reasons: Array.from({ length: 3 }, () => 'It does not answer. (ECONNREFUSED)'),
    tries: 4,
  });
});

it.each(['onAway', 'onTry'])('ends when the backend is stopped, without another try: %s', async (when) => {
  const { opened, seen } = play([AWAY], { [when]: (stopping: AbortController) => stopping.abort() });
  await expect(opened).rejects.toMatchObject({ code: 'stopping' });
  expect(seen.tries).toBe(1);
});

it('does not wait for what is wrong for good', async () => {
  const { opened, seen } = play([new AppError('store_too_new', 'It is newer.')]);
  await expect(opened).rejects.toMatchObject({ code: 'store_too_new' });
  expect(seen).toEqual({ warnings: [], reasons: [], tries: 1 });
});
