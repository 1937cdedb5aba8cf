import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from '@jest/globals';
import { mayBeFormatted, plainText, withoutBlocks } from './inline-markdown.ts';

it.each([
  ['Buy milk', false],
  ['Water the plants (again)', false],
  ['**bold**', true],
  ['ask @bob', true],
  ['see https://example.com', true],
  ['done :tada:', true],
  ['1. call', true],
  ['買う', false],
])('%j needs the formatter: %s', (text, needed) => {
  expect(mayBeFormatted(text)).toBe(needed);
});

describe('a row', () => {
  it.each([
    ['# 3 tickets', '\\# 3 tickets'],
    ['> quote', '\\> quote'],
    ['- [ ] item', '\\- [ ] item'],
    ['* item', '\\* item'],
    ['1. call', '1\\. call'],
    ['```js', '\\`\\`\\`js'],
    ['![x](https://e.com/p.png)', '[x](https://e.com/p.png)'],
    ['no!!![x](https://e.com/p.png)', 'no[x](https://e.com/p.png)'],
    ['a | b', 'a | b'],
    ['***', '\\***'],
    ['**bold** stays', '**bold** stays'],
    ['two\n  lines', 'two lines'],
    ['| a | b |\n|---|---|\n| 1 | 2 |', '| a | b | |---|---| | 1 | 2 |'],
  ])('takes %j literally where it would open a block', (text, flat) => {
    expect(withoutBlocks(text)).toBe(flat);
  });
});

it.each([
  ['run\n```sh\nls -l |\n  wc\n```\nthen wait', 'run `ls -l | wc` then wait'],
  ['~~~\nx\n~~~', '`x`'],
  ['```\na```\nb', '`a` b'],
  ['~~~\na\n~~~\n\n~~~\nb\n~~~', '`a` `b`'],
  ['```\nwith `marks`\n```', '\\`\\`\\` with `marks` \\`\\`\\`'],
  ['```\nnever closed', '\\`\\`\\` never closed'],
])('a block of code, %j, reads as code in the line', (text, flat) => {
  expect(withoutBlocks(text)).toBe(flat);
});

it.each([
  ['Renew the **staging certificate** now', 'Renew the staging certificate now'],
  ['read [this](https://e.com/a_(b))', 'read this'],
  ['see [draft](https://e.com) and `code`', 'see draft and code'],
  ['an *important* _thing_', 'an important thing'],
  ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
  ['two\nlines', 'two lines'],
  ['run\n```sh\nls -l\n```', 'run ls -l'],
])('%j is spoken as %j', (text, spoken) => {
  expect(plainText(text)).toBe(spoken);
});

/** What reads in one pass is done in a hundredth of it, and what looks back from each character takes many times as long. */
const FAR_TOO_LONG_MS = 20_000;
const endsInTime = (work: () => void) =>
  runInContext('work()', createContext({ work }), { timeout: FAR_TOO_LONG_MS });

it.each(['[', '[a](', '~~~a\n', '~~~\na\n~~~\n', '*a ', '\n', '\t'])(
  'a text full of %j is read in one pass, so that it holds up no browser',
  (unit) => {
    const text = `x${unit.repeat(300_000 / unit.length)}y`;
    endsInTime(() => [mayBeFormatted, plainText, withoutBlocks].forEach((read) => read(text)));
  },
  60_000,
);
