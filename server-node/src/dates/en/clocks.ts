import type { ClockFact } from '../facts.ts';
import { anyOf, type Groups } from '../patterns.ts';
import { rule, type Rule, type Said } from './rule.ts';
import { BEFORE_A_DAY, BEHIND_A_DAY, NUMBERS, numberOf, PART, TOMORROW, WEEKDAY } from './words.ts';

const HALF = ' ?(?<half>[ap])\\.?m\\b\\.?';
const HOUR_WORD = anyOf([
  '\\d{1,2}',
  ...Object.keys(NUMBERS).filter((word) => /^(?!few|couple)[a-z]{3,}$/.test(word)),
]);
const HOUR_IN_WORDS = anyOf('one two three four five six seven eight nine ten eleven twelve'.split(' '));
/** The end of a span of time, of which the beginning counts. */
const TO = ' ?(?:-|–|—|to|until|till|til) ?';
const MINUTES_WORD = anyOf([
  '\\d{1,2}',
  'five',
  'ten',
  'twenty',
  'twenty-five',
  'quarter',
  'a quarter',
  'half',
]);

/** Nobody gets up at six in the evening. */
const WAKING = '(?<=(?:wake(?: (?!up)\\p{L}{1,10}){0,2}(?: up)?|get up|getting up) (?:at )?)';

const wrongTime: Said = { facts: { refused: 'no_such_time' }, needs: 'particle' };

/** Times of the clock. Of an hour alone 1 to 6 are in the afternoon. */
export const CLOCK_RULES: readonly Rule[] = [
  rule(`(?<hour>\\d{1,2})(?:[:.](?<minute>\\d\\d))?${HALF}(?:-?ish)?`, ofHalf),
  rule(`${WAKING}(?<hour>\\d{1,2})(?::(?<minute>\\d\\d))?`, ({ hour = '', minute = '0' }) =>
    Number(hour) > 12 ? undefined : ofHalf({ hour, minute, half: 'a' }),
  ),
  rule('(?<hour>\\d{1,2}):(?<minute>\\d\\d) ?(?<half>[ap])', ofHalf),
  rule(`${BEHIND_A_DAY}(?<hour>\\d{1,2}) ?(?<half>[ap])`, ofHalf),
  rule('(?<hour>\\d{1,2})(?<half>p)', (groups) => withNeed(ofHalf(groups), 'particle')),
  rule('(?<hour>\\d{1,2})(?::(?<minute>\\d\\d))?-?ish', (groups) =>
    withNeed(of24({ ...groups, minute: groups['minute'] ?? '00' }), 'end'),
  ),
  rule(`${BEHIND_A_DAY}(?<hour>\\d{1,2})\\.(?<minute>[0-5]\\d)`, of24),
  rule(`(?<!(?:to|from|of|than|version) )(?<hour>\\d{1,2})\\.(?<minute>[0-5]\\d)${BEFORE_A_DAY}`, (groups) =>
    withNeed(of24(groups), 'company'),
  ),
  rule(`${BEHIND_A_DAY}(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)(?: ?(?:hrs?|hours|h))?`, (groups) =>
    withNeed(of24(groups), 'company'),
  ),
  rule('(?<hour>\\d)\\.(?<minute>[0-5]\\d)', (groups) => withNeed(of24(groups), 'hour')),
  rule(`half (?<hour>${HOUR_WORD})`, ({ hour = '' }) => withNeed(at(numberOf(hour), 30), 'particle')),
  rule(`${BEHIND_A_DAY}(?<hour>\\d{1,2})${TO}(?:\\d{1,2}|late|close|noon|midnight)`, (groups) =>
    withNeed(open(groups), 'end'),
  ),
  rule(
    `(?<hour>\\d{1,2})(?:[:.](?<minute>\\d\\d))?(?: ?(?<own>[ap])\\.?m\\b\\.?)?${TO}(?<end>\\d{1,2})(?:[:.]\\d\\d)?${HALF}`,
    ofSpan,
  ),
  rule(`from (?<hour>\\d{1,2})${TO}\\d{1,2}`, (groups) => withNeed(open(groups), 'end')),
  rule(
    `(?:between|btw) (?<hour>\\d{1,2})(?::(?<minute>\\d\\d))?(?: ?(?<own>[ap])\\.?m\\b\\.?)? and (?<end>\\d{1,2})(?::\\d\\d)?${HALF}`,
    ofSpan,
  ),
  rule(`(?:between|btw) (?<hour>\\d{1,2})(?::(?<minute>\\d\\d))?${HALF} and (?:noon|midnight)`, ofHalf),
  rule(
    '(?:between|btw) (?<hour>\\d{1,2})(?::(?<minute>\\d\\d))? and (?:\\d{1,2}(?::\\d\\d)?|noon|midnight)',
    (groups) => withNeed(of24({ ...groups, minute: groups['minute'] ?? '00' }), 'company'),
  ),
  rule('(?<hour>\\d{1,2}):(?<minute>\\d\\d)(?: ?(?:hrs?|hours|h))?', of24),
  rule(`(?<hour>\\d{1,2}):(?<minute>\\d\\d)${TO}\\d{1,2}(?::\\d\\d)?`, of24),
  rule(`(?<hour>${HOUR_WORD}) ?o['’ ]?clock`, open),
  rule(`(?<hour>${HOUR_WORD})(?= (?:tonight|(?:this|${TOMORROW}|in the) ${PART}))`, (groups) =>
    withNeed(open(groups), 'company'),
  ),
  rule(`(?<hour>\\d{1,2})(?::(?<minute>\\d\\d))?${HALF}${TO}(?:noon|midday|midnight|late|close)`, ofHalf),
  rule(
    `(?<=(?:ton(?:ight|ite)|(?:today|${TOMORROW}|${WEEKDAY}) ${PART}) )(?<hour>\\d{1,2})(?= ?(?:$|[.,;!?)]))`,
    open,
  ),
  rule(`(?<hour>${HOUR_WORD})`, (groups) => withNeed(open(groups), 'hour')),
  rule(`(?<hour>${HOUR_IN_WORDS}) (?<minute>fifteen|thirty|forty[- ]five)`, ({ hour = '', minute = '' }) =>
    withNeed(at(numberOf(hour), numberOf(minute.replace(/[- ]/, '-'))), 'particle'),
  ),
  rule(
    '(?:(?<=(?:at|@) ?)|(?!(?:19|20)\\d\\d(?! ?h)))(?<hour>\\d{2})\\.?(?<minute>\\d\\d)(?: ?(?:hrs?|hours|h))?',
    (groups) => withNeed(of24(groups), 'hour'),
  ),
  rule(`${BEHIND_A_DAY}(?<hour>\\d)h(?<minute>[0-5]\\d)?`, (groups) =>
    of24({ ...groups, minute: groups['minute'] ?? '00' }),
  ),
  rule('(?<hour>\\d)h(?<minute>[0-5]\\d)', (groups) => withNeed(of24(groups), 'at')),
  rule('(?<hour>1\\d|2[0-3])h(?<minute>\\d\\d)?', (groups) => withNeed(of24(groups), 'end')),
  rule(
    `(?<minute>${MINUTES_WORD})(?: minutes?| mins?)? past (?<hour>${HOUR_WORD})`,
    ({ minute = '', hour = '' }) => at(numberOf(hour), minutesOf(minute)),
  ),
  rule(
    `(?<minute>${MINUTES_WORD})(?: minutes?| mins?)? (?:to|til|till) (?<hour>${HOUR_WORD})`,
    ({ minute = '', hour = '' }) =>
      /^\d/.test(minute) || minute === 'half'
        ? undefined
        : at(numberOf(hour) === 1 ? 12 : numberOf(hour) - 1, 60 - minutesOf(minute)),
  ),
  rule(`(?:noon|midday)${TO}\\d{1,2}(?::\\d\\d)?(?: ?pm)?`, () => ({
    facts: { clock: { hour: 12, minute: 0 } },
  })),
  rule('(?:(?:high )?noon(?:ish)?|midday|12 noon)', () => ({ facts: { clock: { hour: 12, minute: 0 } } })),
  rule('after work', () => ({ facts: { clock: { hour: 18, minute: 0 } }, needs: 'end' })),
  rule('(?:before|by|at|over|during) lunch', () => ({
    facts: { clock: { hour: 12, minute: 0 } },
    needs: 'end',
  })),
  rule('after lunch', () => ({ facts: { clock: { hour: 13, minute: 0 } }, needs: 'end' })),
  rule('(?:lunchtime|lunch time)', () => ({ facts: { clock: { hour: 12, minute: 0 } }, needs: 'end' })),
  rule('(?:12 )?midnight', () => ({ facts: { part: 'midnight' } })),
];

function minutesOf(word: string): number {
  return word.endsWith('quarter') ? 15 : word === 'half' ? 30 : numberOf(word);
}

function at(hour: number, minute: number): Said | undefined {
  if (hour < 1 || hour > 12 || minute > 59) return undefined;
  return { facts: { clock: { hour, minute, open: true } } };
}

function ofHalf({ hour = '', minute = '0', half = '' }: Groups): Said | undefined {
  const clock = { hour: Number(hour), minute: Number(minute) };
  if (clock.minute > 59 || clock.hour > 23) return wrongTime;
  if (clock.hour > 12 || clock.hour === 0) return { facts: { clock } };
  return { facts: { clock: { ...clock, half: half === 'a' ? 'am' : 'pm' } } };
}

/** 2-4pm begins at 14:00, while 11-1pm begins in the morning. */
function ofSpan(groups: Groups): Said | undefined {
  const { hour = '', minute = '0', half = '', own, end = '' } = groups;
  const later = Number(end) % 12 < Number(hour) % 12;
  return ofHalf({ hour, minute, half: own ?? (later && half === 'p' ? 'a' : half) });
}

function of24({ hour = '', minute = '0' }: Groups): Said | undefined {
  const clock: ClockFact = { hour: Number(hour), minute: Number(minute) };
  if (clock.minute > 59 || clock.hour > 24 || (clock.hour === 24 && clock.minute > 0)) return wrongTime;
  return { facts: { clock: hour.length === 1 && clock.hour > 0 ? { ...clock, open: true } : clock } };
}

function open({ hour = '' }: Groups): Said | undefined {
  const number = numberOf(hour);
  if (number > 23) return undefined;
  return { facts: { clock: { hour: number, minute: 0, ...(number > 0 && number < 13 && { open: true }) } } };
}

function withNeed(said: Said | undefined, needs: Said['needs']): Said | undefined {
  return said === undefined || needs === undefined ? said : { ...said, needs };
}
