import { beforeEach, describe, expect, it } from '@jest/globals';
import { AppError } from '../../shared/app-error.ts';
import { MINUTE_MS, SECOND_MS } from '../../shared/time.ts';
import { makeRateLimit, type RateLimit } from './rate-limit.ts';

describe('a limit of three a minute', () => {
  let nowMs: number;
  let limit: RateLimit;
  beforeEach(() => {
    nowMs = 5_000;
    limit = makeRateLimit(3, () => nowMs);
  });

  function refusal(act: () => void): AppError | undefined {
    try {
      act();
      return undefined;
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
  }
  const takes = (key: string) => refusal(() => limit.take(key)) === undefined;

  it('takes three of each key, and says when the next one is taken', () => {
    expect(['a', 'a', 'a', 'a', 'b'].map(takes)).toEqual([true, true, true, false, true]);
    nowMs += 20 * SECOND_MS;
    expect(refusal(() => limit.take('a'))).toMatchObject({
      code: 'too_many_requests',
      details: { retryAfterMs: 40 * SECOND_MS },
    });
  });

  it('begins anew a minute after the first one, not after the last one', () => {
    takes('a');
    nowMs += MINUTE_MS - 1;
    expect(['a', 'a', 'a'].map(takes)).toEqual([true, true, false]);
    nowMs += 1;
    expect(['a', 'a', 'a', 'a'].map(takes)).toEqual([true, true, true, false]);
  });

  it('can be asked without counting', () => {
    for (let n = 0; n < 5; n++) limit.check('a');
    expect(['a', 'a', 'a'].map(takes)).toEqual([true, true, true]);
    expect(refusal(() => limit.check('a'))?.code).toBe('too_many_requests');
  });
});
