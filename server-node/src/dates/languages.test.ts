import { expect, it } from '@jest/globals';
import { readMoment } from './read-moment.ts';
import { readWhen } from './read-when.ts';

const SAID = { now: Date.parse('2026-03-04T02:00Z'), zone: 'Asia/Tokyo' };

it.each([
  ['ja', 'Deploy tomorrow 5pm', 'Deploy', '2026-03-05T17:00'],
  ['zh-CN', 'Review PR 12 by friday', 'Review PR 12', '2026-03-06'],
  ['en', '明天下午三点开会', '开会', '2026-03-05T15:00'],
  ['en', '明日までに資料を送る', '資料を送る', '2026-03-05'],
  ['en', '毎週月曜 会議', '会議', '2026-03-09'],
  ['en', '会議 来週', '会議', '2026-03-09'],
  ['en', '会議 明日17時', '会議', '2026-03-05T17:00'],
  ['de', 'Deploy tomorrow', 'Deploy', '2026-03-05'],
  ['ja', 'PR 12 を明日 review', 'PR 12 を review', '2026-03-05'],
])('a line in another script is read in its language: %s, %s', (locale, line, text, due) => {
  expect(readWhen(line, { ...SAID, locale })).toMatchObject({ text, due });
});

it('so is a date alone, and what takes one away', () => {
  expect(readMoment('tomorrow 9:00', { ...SAID, locale: 'ja' })).toMatchObject({ due: '2026-03-05T09:00' });
  expect(readMoment('なし', { ...SAID, locale: 'en' })).toEqual({ none: true });
});
