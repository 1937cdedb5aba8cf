import { expect, it } from '@jest/globals';
import { makeSigner } from './signer.ts';

const SAID = { acts: ['done'] };
const signer = (secret: string) => makeSigner(async () => secret);

it('knows what another process with the same secret has signed, and nothing else', async () => {
  const signed = await signer('one').sign('press', SAID);
  expect(await signer('one').read('press', signed)).toEqual(SAID);
  expect(await signer('two').read('press', signed)).toBeUndefined();
  expect(await signer('one').read('form', signed)).toBeUndefined();
});

it.each([
  ['an empty signature', ''],
  ['a shorter one', 'AAAA'],
  ['one of the right length', 'A'.repeat(43)],
  ['one with other signs', '!'.repeat(43)],
])('does not know %s', async (_what, signature) => {
  const { sentence } = await signer('one').sign('press', SAID);
  expect(await signer('one').read('press', { sentence, signature })).toBeUndefined();
});

it('asks for its secret again after it could not have it, and once after it could', async () => {
  let asked = 0;
  const late = makeSigner(async () => {
    asked += 1;
    if (asked === 1) throw new Error('away');
    return 'one';
  });
  await expect(late.sign('press', SAID)).rejects.toThrow('away');
  const signed = await late.sign('press', SAID);
  expect(await late.read('press', signed)).toEqual(SAID);
  expect(asked).toBe(2);
});
