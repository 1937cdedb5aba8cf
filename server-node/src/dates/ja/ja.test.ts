import { describe, expect, it } from '@jest/globals';
import { jaWords } from '../in-words/ja.ts';
import { ruleInWords } from '../in-words/when-words.ts';
import { readMoment } from '../read-moment.ts';
import { readWhen } from '../read-when.ts';
import { accuracyOf } from '../testing/accuracy.ts';
import { phrasesOf } from '../testing/phrase.ts';
import { testPhrases } from '../testing/test-phrases.ts';

testPhrases(new URL('./phrases.jsonl', import.meta.url), 'ja');

/** Wednesday, ten in the morning. */
const SAID = { now: Date.parse('2026-03-04T10:00:00+09:00'), zone: 'Asia/Tokyo', locale: 'ja' };

describe('lines that nothing was tuned on', () => {
  const { right, misread, report } = accuracyOf(
    phrasesOf(new URL('./phrases-held-out.jsonl', import.meta.url)),
  );

  it('are read rightly, most of them', () => {
    expect(right >= 0.9 ? '' : report).toBe('');
  });

  it('are never silently wrong by more than a day', () => {
    expect(misread.some(({ isSilentlyWrong }) => isSilentlyWrong) ? report : '').toBe('');
  });
});

describe('the words of a rule', () => {
  it.each([
    ['FREQ=DAILY'],
    ['FREQ=DAILY;INTERVAL=3'],
    ['FREQ=DAILY;COUNT=5'],
    ['FREQ=DAILY;UNTIL=20261231'],
    ['FREQ=WEEKLY'],
    ['FREQ=WEEKLY;INTERVAL=2'],
    ['FREQ=WEEKLY;BYDAY=FR'],
    ['FREQ=WEEKLY;BYDAY=SA,SU'],
    ['FREQ=WEEKLY;BYDAY=MO,WE,FR'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR'],
    ['FREQ=WEEKLY;COUNT=5;BYDAY=TU'],
    ['FREQ=WEEKLY;UNTIL=20260630;BYDAY=MO'],
    ['FREQ=MONTHLY'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['FREQ=MONTHLY;BYMONTHDAY=15,-1'],
    ['FREQ=MONTHLY;BYMONTHDAY=-2'],
    ['FREQ=MONTHLY;BYDAY=-1FR'],
    ['FREQ=MONTHLY;BYDAY=-2FR'],
    ['FREQ=MONTHLY;BYDAY=2TU,4TU'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1'],
    ['FREQ=MONTHLY;INTERVAL=6;BYDAY=1MO'],
    ['FREQ=YEARLY'],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=4'],
    ['FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
    ['FREQ=YEARLY;BYMONTH=6;BYDAY=3SU'],
  ])('are understood again: %s', (rule) => {
    const words = ruleInWords(jaWords, rule, 'due');
    expect([words, readWhen(`${words} 水を飲む`, SAID)]).toEqual([
      words,
      expect.objectContaining({ text: '水を飲む', repeat: rule, repeatFrom: 'due' }),
    ]);
  });

  it.each([
    ['FREQ=DAILY'],
    ['FREQ=DAILY;INTERVAL=3'],
    ['FREQ=WEEKLY;BYDAY=MO'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  ])('are understood again when they count from completion: %s', (rule) => {
    const words = ruleInWords(jaWords, rule, 'done');
    expect(readWhen(`${words} 水やり`, SAID)).toMatchObject({
      text: '水やり',
      repeat: rule,
      repeatFrom: 'done',
    });
  });
});

describe('a date alone', () => {
  it.each([
    ['明日', { due: '2026-03-05' }],
    ['来週', { due: '2026-03-09' }],
    ['来週の金曜15時に変更', { due: '2026-03-13T15:00' }],
    ['30分後', { due: '2026-03-04T10:30' }],
    ['夕方', { due: '2026-03-04T17:00' }],
    ['14', { due: '2026-03-04T14:00' }],
    ['2時間', { due: '2026-03-04T12:00' }],
    ['金曜までにお願いします', { due: '2026-03-06' }],
    ['13月5日', { refused: 'no_date' }],
    ['なし', { none: true }],
    ['取り消し', { none: true }],
    ['2月31日', { refused: 'no_such_day' }],
    ['りんご', { refused: 'no_date' }],
    ['30分ごと', { refused: 'too_often' }],
  ])('%s', (words, expected) => {
    expect(readMoment(words, SAID)).toMatchObject(expected);
  });
});

describe('what can be understood in two ways', () => {
  it('is asked, and the later one taken', () => {
    const { due, readings } = readWhen('明日か明後日に電話', SAID);
    expect([due, readings?.map((reading) => reading.due)]).toEqual([
      '2026-03-06',
      ['2026-03-05', '2026-03-06'],
    ]);
  });
});
