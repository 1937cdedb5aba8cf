import { describe, expect, it } from '@jest/globals';
import { jaWords } from '../in-words/ja.ts';
import { readMoment } from '../read-moment.ts';
import { readWhen } from '../read-when.ts';
import { testPhrases } from '../testing/test-phrases.ts';
import { testRuleWords } from '../testing/test-rule-words.ts';

/** In 土日に落ちるジョブ the days tell which job, as only the sense of the words says. */
const KNOWN = 1;
testPhrases(new URL('.', import.meta.url), 'ja', KNOWN);

/** Wednesday, ten in the morning. */
const SAID = { now: Date.parse('2026-03-04T10:00:00+09:00'), zone: 'Asia/Tokyo', locale: 'ja' };

testRuleWords(jaWords, { text: '水を飲む', line: (words) => `${words} 水を飲む`, said: SAID });

describe('a date alone', () => {
  it.each([
    ['明日', { due: '2026-03-05' }],
    ['来週', { due: '2026-03-09' }],
    ['来週の金曜15時に変更', { due: '2026-03-13T15:00' }],
    ['昨日', { due: '2026-03-03' }],
    ['おととい', { due: '2026-03-02' }],
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
