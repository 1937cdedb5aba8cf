import { describe, expect, it } from '@jest/globals';
import { hasWords, thoseWithWords } from './match-words.ts';

describe('words', () => {
  it.each([
    ['Team meeting', 'tea'],
    ['Buy oat milk', 'oat mi'],
    ['Pay the #invoice', '#inv'],
    ['Pay the #invoice', 'inv'],
    ["Anna's keys", 'anna'],
    ['(urgent) call', 'urgent'],
    ['ＭＩＬＫ', 'milk'],
    ['Éclairs', 'é'],
    ['a_b', '_'],
    ['🥛 milk', '🥛'],
    ['牛乳を買う', '牛乳'],
    ['牛乳を買う', '買う'],
    ['明日ミルクを買う', 'ミルク'],
    ['给张小明打电话', '小明'],
    ['给张小明打电话', '电话'],
    ['iPhoneを買う', '買う'],
    ['우유를 사다', '우유'],
    ['ซื้อนมสองขวด', 'นม'],
  ])('begin in %s: %s', (text, words) => {
    expect(hasWords(text, words, 'beginning')).toBe(true);
  });

  it.each([
    ['steam', 'tea'],
    ['Buttermilk', 'milk'],
    ['version v2', '2'],
    ['décor', 'cor'],
    ['東京都庁に行く', '京都'],
    ['チームミーティング', 'ーティング'],
    ['サーバー', 'バー'],
    ['Buy milk', 'bread'],
  ])('do not begin in the middle of one in %s: %s', (text, words) => {
    expect(hasWords(text, words, 'beginning')).toBe(false);
  });

  it.each([
    ['Team meeting', 'tea', false],
    ['Team meeting', 'team', true],
    ['Team meeting', 'team meet', false],
    ['tea, for Bob', 'TEA', true],
    ['steam and tea', 'tea', true],
    ['milk2', 'milk', false],
    ['牛乳を買う', '牛乳', true],
    ['우유를 사다', '우유', true],
  ])('are whole in %s: %s, %s', (text, words, isWhole) => {
    expect(hasWords(text, words, 'whole')).toBe(isWhole);
  });

  it('are looked for in a text of one sign in one pass', () => {
    expect(hasWords('乳'.repeat(4_000), '乳乳乳x', 'beginning')).toBe(false);
    expect(hasWords(`x${'ax'.repeat(2_000)}`, 'ax', 'beginning')).toBe(false);
  });
});

it('are looked for in a list full of long texts without holding up everybody else', async () => {
  const rows = Array.from({ length: 200 }, (_, at) => ({ text: `${'ﷺ'.repeat(1_000)} ${at} milk` }));
  let turns = 0;
  const ticking = (): void => void ((turns += 1), (immediate = setImmediate(ticking)));
  let immediate = setImmediate(ticking);
  const found = await thoseWithWords(rows, 'milk', 'whole');
  clearImmediate(immediate);
  expect(found).toEqual(rows);
  expect(turns).toBeGreaterThan(1);
});
