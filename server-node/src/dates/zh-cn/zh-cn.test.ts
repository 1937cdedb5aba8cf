import { describe, expect, it } from '@jest/globals';
import { ruleInWords } from '../in-words/when-words.ts';
import { zhCnWords } from '../in-words/zh-cn.ts';
import { readMoment } from '../read-moment.ts';
import { readWhen } from '../read-when.ts';
import { accuracyOf } from '../testing/accuracy.ts';
import { phrasesOf } from '../testing/phrase.ts';
import { testPhrases } from '../testing/test-phrases.ts';

testPhrases(new URL('./phrases.jsonl', import.meta.url), 'zh-CN');

/** Wednesday, ten in the morning. */
const SAID = { now: Date.parse('2026-03-04T10:00:00+08:00'), zone: 'Asia/Shanghai', locale: 'zh-CN' };

describe('lines that nothing was tuned on', () => {
  it('are read rightly, most of them', () => {
    const { right, report } = accuracyOf(phrasesOf(new URL('./phrases-held-out.jsonl', import.meta.url)));
    expect(right >= 0.9 ? '' : report).toBe('');
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
    ['FREQ=MONTHLY'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,15'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['FREQ=MONTHLY;BYMONTHDAY=15,-1'],
    ['FREQ=MONTHLY;BYMONTHDAY=-2'],
    ['FREQ=MONTHLY;BYDAY=-1FR'],
    ['FREQ=MONTHLY;BYDAY=2TU,4TU'],
    ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    ['FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1'],
    ['FREQ=MONTHLY;INTERVAL=6;BYDAY=1MO'],
    ['FREQ=YEARLY'],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=4'],
    ['FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1'],
    ['FREQ=YEARLY;BYMONTH=6;BYDAY=3SU'],
  ])('are understood again: %s', (rule) => {
    const words = ruleInWords(zhCnWords, rule, 'due');
    expect([words, readWhen(`${words} 喝水`, SAID)]).toEqual([
      words,
      expect.objectContaining({ text: '喝水', repeat: rule, repeatFrom: 'due' }),
    ]);
  });

  it('are understood again when they count from completion', () => {
    const words = ruleInWords(zhCnWords, 'FREQ=DAILY;INTERVAL=3', 'done');
    expect(readWhen(`${words} 浇水`, SAID)).toMatchObject({
      text: '浇水',
      repeat: 'FREQ=DAILY;INTERVAL=3',
      repeatFrom: 'done',
    });
  });
});

describe('a date alone', () => {
  it.each([
    ['明天', { due: '2026-03-05' }],
    ['下周', { due: '2026-03-09' }],
    ['改到下周五下午三点', { due: '2026-03-13T15:00' }],
    ['半小时后', { due: '2026-03-04T10:30' }],
    ['无', { none: true }],
    ['取消', { none: true }],
    ['2月31日', { refused: 'no_such_day' }],
    ['苹果', { refused: 'no_date' }],
    ['每30分钟', { refused: 'too_often' }],
  ])('%s', (words, expected) => {
    expect(readMoment(words, SAID)).toMatchObject(expected);
  });
});

describe('traditional signs', () => {
  it('are read as the simplified ones, and kept in the text', () => {
    expect(readWhen('下週五下午兩點開會', SAID)).toMatchObject({ text: '開會', due: '2026-03-13T14:00' });
  });
});
