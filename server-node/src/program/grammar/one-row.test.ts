import { describe, expect, it } from '@jest/globals';
import { oneRow } from './one-row.ts';

describe('a text as one of several rows', () => {
  it.each([
    'Buy `oat` milk',
    '~~Buy~~ milk',
    '[the plan](https://chat.example.com/plan) and ![a picture](x.png)',
    'a ``b ` c`` d',
    '\\`no code\\`, \\~~ and \\[no link\\]',
    '**bold** and _slanted_',
    'an array[3] of [1, 2]',
  ])('stays as it is: %s', (text) => {
    expect(oneRow(text, 250)).toBe(text);
  });

  it.each([
    ['code that does not end', 'a ` b', 'a ˋ b'],
    ['a fence', '```js', 'ˋˋˋjs'],
    ['code that begins anew', '`a` ``b', '`a` ˋˋb'],
    ['striking out that does not end', '~~a', '~\u2060~a'],
    ['three of its marks', '~~~a', '~\u2060~\u2060~a'],
    ['the end of striking out', 'a~~', 'a~\u2060~'],
    ['marks that have a partner only in code', '`~~`a~~b', '`~~`a~\u2060~b'],
    ['the end of a link', 'a](https://evil.example)', 'a]\u2060(https://evil.example)'],
    ['the end of a link behind a whole one', '[a](b) c](d)', '[a](b) c]\u2060(d)'],
  ])('does not go on in the next row: %s', (_what, text, row) => {
    expect(oneRow(text, 250)).toBe(row);
  });

  it('ends what is cut', () => {
    expect(oneRow('`abcdefghijkl`', 10)).toBe('ˋabcdefgh…');
  });
});
