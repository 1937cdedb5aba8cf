import { expect, it } from '@jest/globals';
import { isMattermostId } from '../shared/ids.ts';
import { makeNewId } from './new-id.ts';

it('makes ids of the shape of Mattermost, no two alike', () => {
  const newId = makeNewId(() => 1_800_000_000_000);
  const ids = Array.from({ length: 10_000 }, newId);
  expect(ids.every(isMattermostId)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

it('makes ids that sort as their moments do', () => {
  const moments = [0, 31, 32, 1_700_000_000_000, 1_700_000_000_001, 2 ** 48];
  const ids = moments.map((at) => makeNewId(() => at)());
  expect(ids.toSorted()).toEqual(ids);
});
