import { describe, expect, it } from '@jest/globals';
import { zhCnWords } from '../in-words/zh-cn.ts';
import { readMoment } from '../read-moment.ts';
import { readWhen } from '../read-when.ts';
import { testPhrases } from '../testing/test-phrases.ts';
import { testRuleWords } from '../testing/test-rule-words.ts';

testPhrases(new URL('.', import.meta.url), 'zh-CN');

/** Wednesday, ten in the morning. */
const SAID = { now: Date.parse('2026-03-04T10:00:00+08:00'), zone: 'Asia/Shanghai', locale: 'zh-CN' };

testRuleWords(zhCnWords, { text: '喝水', line: (words) => `${words} 喝水`, said: SAID });

describe('a date alone', () => {
  it.each([
    ['明天', { due: '2026-03-05' }],
    ['下周', { due: '2026-03-09' }],
    ['昨天', { due: '2026-03-03' }],
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
