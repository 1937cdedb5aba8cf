import { expect, it } from '@jest/globals';
import { cut } from './cut.ts';

it.each([
  ['Buy milk [tomorrow]', 'Buy milk'],
  ['[Tomorrow], buy milk', 'buy milk'],
  ['Buy milk, [tomorrow]', 'Buy milk'],
  ['Buy milk, [tomorrow], please', 'Buy milk, please'],
  ['Buy [tomorrow] milk', 'Buy milk'],
  ['Buy [tomorrow][at five] milk', 'Buy milk'],
  ['Buy milk ([tomorrow]) and bread', 'Buy milk and bread'],
  ['Buy milk [tomorrow]!', 'Buy milk!'],
  ['Buy milk [tomorrow]\nand bread', 'Buy milk\nand bread'],
  ['[明天]买牛奶', '买牛奶'],
  ['报告[明天]交', '报告交'],
  ['[Tomorrow] buy milk [at 5pm]', 'buy milk'],
])('closes the gap: %s', (marked, expected) => {
  const spans = [];
  let line = '';
  for (const piece of marked.split(/(\[[^\]]*\])/)) {
    const words = piece.startsWith('[') ? piece.slice(1, -1) : piece;
    if (words !== piece) spans.push({ from: line.length, to: line.length + words.length });
    line += words;
  }
  expect(cut(line, spans)).toBe(expected);
});
