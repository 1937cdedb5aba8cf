import { expect, it } from '@jest/globals';
import { makeSigner } from './signer.ts';
import { makeStoreMark } from './store-mark.ts';

const soon = () => new Promise((resolve) => setTimeout(resolve, 10));

it('is the same wherever the secret is, and asked for again while the store is away', async () => {
  let isAway = true;
  const one = makeStoreMark(
    makeSigner(async () => {
      if (isAway) throw new Error('away');
      return 'secret';
    }),
  );
  await soon();
  expect(one()).toBeUndefined();
  isAway = false;
  await soon();
  expect(one()).toBeUndefined();
  await soon();
  const [same, another] = ['secret', 'another'].map((secret) =>
    makeStoreMark(makeSigner(async () => secret)),
  );
  await soon();
  expect(same?.()).toBe(one());
  expect(another?.()).not.toBe(one());
});
