import { expect, it } from '@jest/globals';
import { doublingMs } from './doubling-ms.ts';

it.each([
  [0, 1_000],
  [1, 2_000],
  [5, 32_000],
  [6, 60_000],
  [100_000, 60_000],
])('waits, after %d failures before, %d ms', (failures, ms) => {
  expect(doublingMs(failures, 1_000, 60_000)).toBe(ms);
});
