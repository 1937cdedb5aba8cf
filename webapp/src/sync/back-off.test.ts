import { expect, it } from '@jest/globals';
import { backOffMs, retryInMs } from './back-off.ts';

it('doubles up to half a minute and is spread by half', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((failures) => backOffMs(failures, () => 1))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
  expect(backOffMs(3, () => 0)).toBe(4_000);
});

it('comes no earlier than the backend wants, and is spread by at most ten seconds', () => {
  expect([0, 1].map((random) => retryInMs(5_000, 0, () => random))).toEqual([5_000, 10_000]);
  expect([0, 1].map((random) => retryInMs(60_000, 0, () => random))).toEqual([60_000, 70_000]);
  expect(retryInMs(null, 1, () => 1)).toBe(2_000);
});
