import { describe, expect, it } from '@jest/globals';
import { readMoment } from '../read-moment.ts';
import { ruleInWords, type WhenWords } from './when-words.ts';
import { zhCnWords } from './zh-cn.ts';

const RULES = [
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;INTERVAL=2',
  'FREQ=WEEKLY;BYDAY=FR',
  'FREQ=WEEKLY;BYDAY=MO,WE,FR',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
  'FREQ=MONTHLY',
  'FREQ=MONTHLY;BYMONTHDAY=1',
  'FREQ=MONTHLY;BYMONTHDAY=1,15',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1',
  'FREQ=YEARLY',
  'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=4',
  'FREQ=DAILY;COUNT=5',
  'FREQ=DAILY;UNTIL=20261231',
];

describe.each<[string, WhenWords]>([['zh-CN', zhCnWords]])('the words for a rule in %s', (locale, words) => {
  const circumstances = { now: Date.parse('2026-11-30T10:00Z'), zone: 'Europe/Berlin', locale };

  it.each(RULES)('are read again as the same rule: %s', (repeat) => {
    const said = ruleInWords(words, repeat, 'due');
    expect(readMoment(said, circumstances)).toMatchObject({ repeat, repeatFrom: 'due' });
  });

  it('are read again as one that counts from completion', () => {
    const said = ruleInWords(words, 'FREQ=DAILY;INTERVAL=3', 'done');
    expect(readMoment(said, circumstances)).toMatchObject({
      repeat: 'FREQ=DAILY;INTERVAL=3',
      repeatFrom: 'done',
    });
  });
});
