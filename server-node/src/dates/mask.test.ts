import { expect, it } from '@jest/globals';
import { MASK, mask } from './mask.ts';

it.each([
  ['Rename `tomorrow` today', 'Rename # today'],
  ['Read "Next Friday" by friday', 'Read # by friday'],
  ["Read 'Next Friday' by friday", 'Read # by friday'],
  ["Don't forget mum's party", "Don't forget mum's party"],
  ['读《明天》 明天', '读# 明天'],
  ['「来週」を読む', '#を読む'],
  ['See https://example.com/2026-12-01 friday', 'See # friday'],
  ['Ask @may about #monday in ~friday', 'Ask # about # in #'],
  ['Write to may@example.com tomorrow', 'Write to # tomorrow'],
  ['Lunch @5pm, ~3 days', 'Lunch @5pm, ~3 days'],
  ['１２月３日　１５：００', '12月3日 15:00'],
  ['An open " stays, an open ` too', 'An open " stays, an open ` too'],
])('keeps the words of what is no plain text: %s', (line, expected) => {
  expect(mask(line)).toHaveLength(line.length);
  expect(mask(line).replaceAll(new RegExp(`${MASK}+`, 'gu'), '#')).toBe(expected);
});
