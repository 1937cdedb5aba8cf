import { describe, expect, it } from '@jest/globals';
import { oneLine, quote } from './quote.ts';

describe('a text on one line', () => {
  it.each([
    ['folds line ends and control characters', 'a\r\n\tb\u2028c\u0085d', 'a b c d'],
    ['is cut with a sign of it', 'abcdefghijk', 'abcdefghi…'],
    ['turns nothing round that stands behind it', 'pay\u202e\u2067 me\u202b', 'pay me'],
    ['keeps words written from right to left, and marks of single places', 'שלום\u200f!', 'שלום\u200f!'],
  ])('%s', (_what, text, line) => {
    expect(oneLine(text, 10)).toBe(line);
  });

  it('cannot leave the backticks of a quotation', () => {
    expect(quote('a`b`')).toBe('`aˋbˋ`');
  });
});
