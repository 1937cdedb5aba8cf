import { describe, expect, it } from '@jest/globals';
import { enWords } from '../in-words/en.ts';
import { ruleInWords } from '../in-words/when-words.ts';
import { readMoment } from '../read-moment.ts';
import { readWhen } from '../read-when.ts';
import { accuracyOf } from '../testing/accuracy.ts';
import { phrasesOf } from '../testing/phrase.ts';
import { testPhrases } from '../testing/test-phrases.ts';

testPhrases(new URL('./phrases.jsonl', import.meta.url), 'en');

/** Wednesday, ten in the morning. */
const SAID = { now: Date.parse('2026-03-04T16:00Z'), zone: 'America/Chicago', locale: 'en' };

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
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR'],
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
    for (const from of ['due', 'done'] as const) {
      const words = ruleInWords(enWords, rule, from);
      expect([words, readWhen(`drink water ${words}`, SAID)]).toEqual([
        words,
        expect.objectContaining({ text: 'drink water', repeat: rule, repeatFrom: from }),
      ]);
    }
  });
});

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
