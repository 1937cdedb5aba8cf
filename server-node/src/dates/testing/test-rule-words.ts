import { describe, expect, it } from '@jest/globals';
import { ruleInWords, type WhenWords } from '../in-words/when-words.ts';
import { readMoment } from '../read-moment.ts';
import { readWhen, type Circumstances } from '../read-when.ts';

const RULES = [
  'FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=3',
  'FREQ=DAILY;COUNT=5',
  'FREQ=DAILY;UNTIL=20261231',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;INTERVAL=2',
  'FREQ=WEEKLY;BYDAY=MO',
  'FREQ=WEEKLY;BYDAY=FR',
  'FREQ=WEEKLY;BYDAY=SA,SU',
  'FREQ=WEEKLY;BYDAY=MO,WE,FR',
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY;COUNT=5;BYDAY=TU',
  'FREQ=WEEKLY;UNTIL=20260630;BYDAY=MO',
  'FREQ=MONTHLY',
  'FREQ=MONTHLY;BYMONTHDAY=1',
  'FREQ=MONTHLY;BYMONTHDAY=1,15',
  'FREQ=MONTHLY;BYMONTHDAY=-1',
  'FREQ=MONTHLY;BYMONTHDAY=15,-1',
  'FREQ=MONTHLY;BYMONTHDAY=-2',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=MONTHLY;BYDAY=-2FR',
  'FREQ=MONTHLY;BYDAY=2TU,4TU',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
  'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1',
  'FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2',
  'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1',
  'FREQ=MONTHLY;INTERVAL=6;BYDAY=1MO',
  'FREQ=YEARLY',
  'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=4',
  'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
  'FREQ=YEARLY;BYMONTH=6;BYDAY=3SU',
  'FREQ=YEARLY;BYMONTH=6',
  'FREQ=YEARLY;INTERVAL=2;UNTIL=20281231;BYMONTH=12',
  'FREQ=YEARLY;COUNT=3;BYMONTH=6,12',
];

interface ReadAgain {
  text: string;
  /** The words of a rule beside the text. */
  line: (words: string) => string;
  said: Circumstances;
}

/** Declares that a language understands what it says of rules, in a line and alone. */
export function testRuleWords(words: WhenWords, { text, line, said }: ReadAgain): void {
  describe.each([
    ['due', RULES],
    ['done', RULES],
  ] as const)('the words of a rule that counts from %s', (from, rules) => {
    it.each(rules)('are understood again: %s', (rule) => {
      const inWords = ruleInWords(words, rule, from);
      const read = { repeat: rule, repeatFrom: from };
      expect([inWords, readWhen(line(inWords), said)]).toEqual([
        inWords,
        expect.objectContaining({ text, ...read }),
      ]);
      expect([inWords, readMoment(inWords, said)]).toEqual([inWords, expect.objectContaining(read)]);
    });
  });
}
