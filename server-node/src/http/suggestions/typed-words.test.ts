import { expect, it } from '@jest/globals';
import { itemOf } from './typed-words.ts';

it.each([
  ['Buy Milk and tea', 'mil', 'Milk and tea'],
  ['İstanbul: İncele raporu', 'rap', 'raporu'],
  ['İstanbul: İncele raporu', 'i', 'İstanbul: İncele raporu'],
  ['🥛 İÇECEK al', 'al', 'al'],
])('of %j the words %j are completed to %j', (text, words, item) => {
  expect(itemOf(text, { words, isOneWord: false })).toBe(item);
});
