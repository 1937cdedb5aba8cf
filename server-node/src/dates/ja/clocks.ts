import { MINUTES_AN_HOUR } from '../../shared/time.ts';
import type { ClockFact, Facts } from '../facts.ts';
import { rule, type Rule } from '../scan.ts';
import type { Groups } from '../patterns.ts';
import { NUMBER, numberOf } from './numerals.ts';
import { DAYS_WITH_PART, HALVES, oneOf, PARTS, valueOf } from './words.ts';

/** 29時 is five o'clock in the night that ends the day. */
const LATEST_HOUR = 29;

/** The end of a span of time (14:00-15:00) may stand behind a dash, other numbers not. */
const NOT_WITHIN_NUMBER =
  '(?<![\\d〇零一二三四五六七八九十百千第約全計各A-Za-z.,/+]|\\d:|(?<!\\d:\\d\\d|時|分|半)-)';

/** 一時 and its like are words of their own more often than times, so they need a particle. */
const AS_A_TIME = '(?=[にでまかは半過す前頃ごの 、,)]|から|ちょうど|集合|開始|\\d|[一二三四五十]{1,3}分|$)';
const NO_DURATION = '(?![間代給計点期刻差限速短台])';
const HALF = `(?<half>${oneOf(HALVES)})の? ?`;
const PART = `(?:(?<dayPart>${oneOf(DAYS_WITH_PART)})|(?<part>${oneOf(PARTS)}))の? ?`;
const hour = (kanjiNeeds: string) =>
  `(?:(?<hour>\\d{1,2})|(?<hourKanji>[〇零一二三四五六七八九十]{1,3})(?=時${kanjiNeeds}))時${NO_DURATION}`;
const MINUTE = `(?:半(?!額|分|数|年|月|日)|(?<minute>${NUMBER})分(?![間後])(?<before>前)?|(?<minute>[0-5]\\d)(?![\\d分秒円個本枚人名回件%/:-]))`;

/** 9時, 9時半, 9時15分前: nothing says which half of the day, unless the words before do. */
function readInWords(groups: Groups, words: string): Facts | undefined {
  const written = numberOf(groups['hour'] ?? groups['hourKanji'] ?? '');
  const minute =
    groups['minute'] === undefined ? (words.endsWith('半') ? 30 : 0) : numberOf(groups['minute']);
  const signed = written * MINUTES_AN_HOUR + (groups['before'] === undefined ? minute : -minute);
  if (minute >= MINUTES_AN_HOUR || signed < 0) return undefined;
  return timed(groups, Math.floor(signed / MINUTES_AN_HOUR), signed % MINUTES_AN_HOUR, true);
}

/** 9:30: of 24 hours, unless the words before say which half of the day. */
const readInDigits = (groups: Groups): Facts | undefined =>
  timed(groups, Number(groups['hour']), Number(groups['minute']), false);

function timed(groups: Groups, hourNumber: number, minute: number, isOpen: boolean): Facts | undefined {
  if (hourNumber > LATEST_HOUR) return undefined;
  const clock: ClockFact = { hour: hourNumber, minute };
  const half = groups['half'] ?? groups['halfBehind'];
  const isAtDawn =
    groups['dawn'] !== undefined && (groups['part'] ?? groups['dayPart'] ?? half) === undefined;
  if (isAtDawn && hourNumber <= 12) return { clock: { ...clock, half: 'am' } };
  if (half !== undefined && hourNumber <= 12) return { clock: { ...clock, half: valueOf(HALVES, half) } };
  const { part, dayPart } = groups;
  if (dayPart !== undefined) {
    const [days, partOf] = valueOf(DAYS_WITH_PART, dayPart);
    return { day: { kind: 'in', days }, part: partOf, clock: { ...clock, ...open(hourNumber) } };
  }
  if (part !== undefined) return { part: valueOf(PARTS, part), clock: { ...clock, ...open(hourNumber) } };
  return { clock: isOpen ? { ...clock, ...open(hourNumber) } : clock };
}

export const hourAlone = (hourNumber: number): Facts | undefined => timed({}, hourNumber, 0, true);

const open = (hourNumber: number): { open?: true } =>
  hourNumber >= 1 && hourNumber <= 12 ? { open: true } : {};

const IN_DIGITS = '(?<hour>\\d{1,2}):(?<minute>[0-5]\\d)(?:分(?!間))?(?![\\d:])';
const HALF_BEHIND = '(?: ?(?<halfBehind>AM|PM)(?![A-Za-z]))?';
const NOT_IN_A_WORD = '(?<![A-Za-z]|比率? ?|スコア ?)';

export const CLOCK_RULES: readonly Rule[] = [
  ...[
    { before: HALF, kanjiNeeds: '' },
    { before: PART, kanjiNeeds: '' },
    { before: NOT_WITHIN_NUMBER, kanjiNeeds: AS_A_TIME },
  ].flatMap(({ before, kanjiNeeds }) => [
    rule(
      `${NOT_IN_A_WORD}${before}${hour(kanjiNeeds)}${MINUTE}?(?:(?=に?(?:起き|起床|起こ|目覚))(?<dawn>)|)`,
      ({ 0: words, groups = {} }) => readInWords(groups, words),
    ),
    rule(`${NOT_IN_A_WORD}${before}${IN_DIGITS}${HALF_BEHIND}`, ({ groups = {} }) => readInDigits(groups)),
  ]),
  rule(`${NOT_WITHIN_NUMBER}(?<hour>\\d{1,2}) ?(?<halfBehind>AM|PM)(?![A-Za-z])`, ({ groups = {} }) =>
    timed(groups, Number(groups['hour']), 0, false),
  ),
];
