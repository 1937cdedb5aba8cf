import { expect, it } from '@jest/globals';
import { hookToken } from './hook-token.ts';

it.each([
  ['abc', { token: 'abc', place: undefined }],
  ['abc@def', { token: 'abc', place: 'def' }],
])('reads %s', (entry, expected) => {
  expect(hookToken(entry)).toEqual(expected);
});
