import { expect, it } from '@jest/globals';
import { backOffMs } from './back-off.ts';

it('doubles up to half a minute and is spread by half', () => {
  expect([0, 1, 2, 3, 4, 5, 50].map((failures) => backOffMs(failures, () => 1))).toEqual([
    1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ]);
  expect(backOffMs(3, () => 0)).toBe(4_000);
});
