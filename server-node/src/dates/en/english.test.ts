import { describe, expect, it } from '@jest/globals';
import { enWords } from '../in-words/en.ts';
import { readMoment } from '../read-moment.ts';
import { readWhen } from '../read-when.ts';
import { testPhrases } from '../testing/test-phrases.ts';
import { testRuleWords } from '../testing/test-rule-words.ts';
import { CLOCK_RULES } from './clocks.ts';
import { DATE_RULES } from './dates.ts';
import { DAY_RULES } from './days.ts';
import { NAME_RULES } from './names.ts';
import { WHILE_RULES } from './whiles.ts';

testPhrases(new URL('.', import.meta.url), 'en');

/** Wednesday, ten in the morning. */
const SAID = { now: Date.parse('2026-03-04T16:00Z'), zone: 'America/Chicago', locale: 'en' };

testRuleWords(enWords, { text: 'drink water', line: (words) => `drink water ${words}`, said: SAID });

describe('a date alone', () => {
  it.each([
    ['friday', { due: '2026-03-06' }],
    ['next friday', { due: '2026-03-13' }],
    ['yesterday', { due: '2026-03-03' }],
    ['last friday', { due: '2026-02-27' }],
    ['14', { due: '2026-03-04T14:00' }],
    ['2h', { due: '2026-03-04T12:00' }],
    ['3 days', { due: '2026-03-07' }],
    ['move to friday 3pm', { due: '2026-03-06T15:00' }],
    ['the 5th', { due: '2026-03-05' }],
    ['none', { none: true }],
    ['apples', { refused: 'no_date' }],
    ['31 February', { refused: 'no_such_day' }],
    ['2026-02-31', { refused: 'no_such_day' }],
    ['1 Dec 20266', { refused: 'no_such_year' }],
    ['25:61', { refused: 'no_such_time' }],
    ['every minute', { refused: 'too_often' }],
    ['hourly', { refused: 'too_often' }],
    ['every february 30', { refused: 'never' }],
    ['every 0 days', { refused: 'never' }],
  ])('%s', (words, expected) => {
    expect(readMoment(words, SAID)).toMatchObject(expected);
  });
});

describe('two readings as good as each other', () => {
  it.each([
    ['Call Bob 3/4 at 5pm', 'UTC', ['2026-03-04T17:00', '2026-04-03T17:00']],
    ['Call Bob monday or tuesday', 'America/Chicago', ['2026-03-09', '2026-03-10']],
  ])('are both told, the later one taken: %s', (line, zone, dues) => {
    const { text, due, readings } = readWhen(line, { ...SAID, zone });
    expect({ text, due }).toEqual({ text: 'Call Bob', due: dues.at(-1) });
    expect(readings?.map((reading) => [reading.text, reading.due])).toEqual(
      dues.map((day) => ['Call Bob', day]),
    );
  });

  it.each([
    ['Call Bob 13/4', 'UTC', '2026-04-13'],
    ['Call Bob 3/4', 'America/Chicago', '2027-03-04'],
    ['Call Bob 3/4', 'Europe/Berlin', '2026-04-03'],
  ])('are one where the number or the place tells: %s in %s', (line, zone, due) => {
    const now = Date.parse('2026-03-05T16:00Z');
    const read = readWhen(line, { ...SAID, now, zone });
    expect(read).toMatchObject({ text: 'Call Bob', due });
    expect(read.readings).toBeUndefined();
  });
});

describe('what is no date is refused, and the line keeps its words', () => {
  it.each([
    ['Pay rent on 31 February', 'no_such_day', 'on 31 February'],
    ['Check logs every minute', 'too_often', 'every minute'],
    ['Meeting at 25:00', 'no_such_time', 'at 25:00'],
    ['Party 1 Dec 20266', 'no_such_year', '1 Dec 20266'],
  ])('%s', (line, wrong, words) => {
    expect(readWhen(line, SAID)).toMatchObject({ text: line, due: null, refused: { wrong, words } });
  });
});

describe('capitals', () => {
  const rules = [...NAME_RULES, ...DAY_RULES, ...DATE_RULES, ...WHILE_RULES, ...CLOCK_RULES];

  it.each([
    ['CALL BOB TOMORROW AT 5PM', 'CALL BOB', '2026-03-05T17:00'],
    ['Call Bob On 3RD April, 5 Pm', 'Call Bob', '2026-04-03T17:00'],
    ['Call Bob 2026-04-03T09:30:00Z', 'Call Bob', '2026-04-03T09:30'],
    ['SAT prep', 'SAT prep', null],
  ])('do not matter but for the exam: %s', (line, text, due) => {
    expect(readWhen(line, SAID)).toMatchObject({ text, due });
  });

  it('are in no pattern, which would never match', () => {
    const written = rules.map(({ pattern }) =>
      pattern.source.replace(/\\[pP]\{\w+\}|\\[A-Z]|(?:\(\?|\\k)<\w+>/g, ''),
    );
    expect(written.filter((source) => /[A-Z]/.test(source))).toEqual([]);
  });
});
