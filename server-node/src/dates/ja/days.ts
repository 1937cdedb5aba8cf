import type { Weekday } from '../facts.ts';
import { rule, type Rule } from '../scan.ts';
import {
  DAYS,
  DAYS_WITH_PART,
  oneOf,
  PARTS,
  PAST_DAYS,
  PAST_PERIODS,
  valueOf,
  WEEKDAYS,
  WEEKS,
} from './words.ts';

/** (火) or （火・祝） behind a day. Nobody checks that it is that weekday. */
export const WEEKDAY_NOTE = '(?: ?\\([月火水木金土日](?:曜日?)?(?:[・/]?[祝休])?\\))?';

/** What may follow one sign for a weekday (来週の月), so that 来週の水を買う stays. */
export const BEHIND_ONE_SIGN = '(?=[には・、,) \\d朝昼夕夜午]|まで|から|の(?!日)|$)';

/** Behind a wide time, which also begins names of things: 来週の予定, 土日ダイヤ. */
export const BEHIND_A_WORD = '(?=[にはも 、,)]|まで|から|で(?!き)|締|〆|以降|あたり|ごろ|頃|くらい|$)';

/** 来週招待状を発送: any word but those that make one of it, as 来週号. */
const NOUN_BEHIND =
  '(?<=(?:^|[ 、。])[^ 、。]{2,5})(?=[\\p{Script=Han}\\p{Script=Katakana}])(?![号分度末中内以明頭初後前月火水木金土日])';

const WEEK = `(?<week>${oneOf(WEEKS)})`;
const COMING = '(?:今度|次|こんど|つぎ)の? ?';
const SIGN = '(?<sign>[月火水木金土日])';
/** 来週の月・火: the first counts. */
const OTHERS = '(?:(?:曜日?)?(?:[・、と][月火水木金土日](?:曜日?)?){1,4}|[月火水木金土日]{1,2})';
/** 木曜会, 日曜市, 土曜日営業: things that have a day in their name. */
export const NO_NAME =
  '(?!会(?![議合う食])|市(?!役所)|版|営業|定休|休業|休診|休館|休園|担当|班(?!会)|授業|ドラマ|劇場|始まり|限定|ダイヤ)';

const dayRules: readonly Rule[] = [
  rule(`(?<word>${oneOf(DAYS)})${WEEKDAY_NOTE}`, ({ groups = {} }) => ({
    day: { kind: 'in', days: valueOf(DAYS, groups['word'] ?? '') },
  })),
  rule(`(?<word>${oneOf(DAYS_WITH_PART)})`, ({ groups = {} }) => {
    const [days, part] = valueOf(DAYS_WITH_PART, groups['word'] ?? '');
    return { day: { kind: 'in', days }, part };
  }),
  rule('(?:翌|次の)営業日', () => ({ day: { kind: 'workday', days: 1 } })),
  rule('来週の今日', () => ({ day: { kind: 'in', weeks: 1 } })),
];

/** Taken as a whole, and nothing of it is a date. */
const pastRules: readonly Rule[] = [
  rule(`(?:${oneOf(PAST_DAYS)})`, () => ({})),
  rule(
    `(?:${oneOf(PAST_PERIODS)}|(?<![\\p{L}])前の|前回の?|この前の?|こないだの?)(?:の? ?(?:[月火水木金土日]曜日?|\\d{1,2}月\\d{1,2}日|\\d{1,2}日|末))?`,
    () => ({}),
  ),
];

const weekdayRules: readonly Rule[] = [
  rule(`次の次の ?${SIGN}曜日?${NO_NAME}`, ({ groups = {} }) => ({
    day: { kind: 'weekday', weekday: valueOf(WEEKDAYS, groups['sign'] ?? ''), later: 1 },
  })),
  rule(`(?:${COMING})?${SIGN}曜日?${NO_NAME}`, ({ groups = {} }) => ({
    day: { kind: 'weekday', weekday: valueOf(WEEKDAYS, groups['sign'] ?? '') },
  })),
  rule(
    `(?<![月火水木金土日・])${SIGN}(?<others>(?:・[月火水木金土日]){1,5})${BEHIND_ONE_SIGN}`,
    ({ groups = {} }) => ({
      day: {
        kind: 'weekday',
        weekday: valueOf(WEEKDAYS, groups['sign'] ?? ''),
        others: [...(groups['others'] ?? '').replaceAll('・', '')].map((sign) => valueOf(WEEKDAYS, sign)),
      },
    }),
  ),
  rule(`\\(${SIGN}(?:曜日?)?\\)(?=まで|に|締|〆)`, ({ groups = {} }) => ({
    day: { kind: 'weekday', weekday: valueOf(WEEKDAYS, groups['sign'] ?? '') },
  })),
  ...[
    `の? ?${SIGN}曜日?`,
    `の?${SIGN}${OTHERS}${BEHIND_ONE_SIGN}`,
    ` ?\\(${SIGN}(?:曜日?)?\\)`,
    `の?${SIGN}${BEHIND_ONE_SIGN}`,
  ].map((behind) =>
    rule(`${WEEK}${behind}`, ({ groups = {} }) => ({
      day: {
        kind: 'weekday',
        weekday: valueOf(WEEKDAYS, groups['sign'] ?? ''),
        week: valueOf(WEEKS, groups['week'] ?? ''),
      },
    })),
  ),
];

const ofWeek = (week: number, weekday: Weekday) => ({ day: { kind: 'weekday' as const, weekday, week } });
const monday = (week: number) => ofWeek(week, 1);
const WEDNESDAY = 3;
const THURSDAY = 4;

const weekRules: readonly Rule[] = [
  rule(`(?:${COMING}|この)?(?:週末|土日${BEHIND_A_WORD})`, () => ({ day: { kind: 'weekend', week: 0 } })),
  rule(`${WEEK}(?:末|の? ?(?:週末|土日))`, ({ groups = {} }) => ({
    day: { kind: 'weekend', week: valueOf(WEEKS, groups['week'] ?? '') },
  })),
  rule(`${WEEK}(?:中(?=[にはで 、,]|$)|いっぱい|(?=まで))`, ({ groups = {} }) => ({
    day: { kind: 'weekday', weekday: 7, week: valueOf(WEEKS, groups['week'] ?? '') },
  })),
  rule('(?:来?週|週末)明け', () => monday(1)),
  rule(`${WEEK}の?(?:半ば|なかば|(?<second>後半))${BEHIND_A_WORD}`, ({ groups = {} }) =>
    ofWeek(valueOf(WEEKS, groups['week'] ?? ''), groups['second'] === undefined ? WEDNESDAY : THURSDAY),
  ),
  rule(`(?!今週)${WEEK}${NOUN_BEHIND}`, ({ groups = {} }) => monday(valueOf(WEEKS, groups['week'] ?? ''))),
  rule(`(?!今週)${WEEK}(?:の?(?:頭|あたま|初め|はじめ|早々|前半))?${BEHIND_A_WORD}`, ({ groups = {} }) =>
    monday(valueOf(WEEKS, groups['week'] ?? '')),
  ),
];

const partRules: readonly Rule[] = [
  rule(`(?<word>${oneOf(PARTS)})`, ({ groups = {} }) => ({ part: valueOf(PARTS, groups['word'] ?? '') })),
  rule('午後(?:一番?|イチ|いち)(?=[にでの 、,]|まで|$)', () => ({ clock: { hour: 13, minute: 0 } })),
  rule('正午', () => ({ clock: { hour: 12, minute: 0 } })),
  rule('(?<=[曜日)]) ?(?<half>AM|PM)(?![A-Za-z\\d])', ({ groups = {} }) => ({
    part: groups['half']?.toUpperCase() === 'AM' ? 'morning' : 'afternoon',
  })),
  rule('(?:ランチ|昼食|お?昼)前(?=[にま])', () => ({ clock: { hour: 12, minute: 0 } })),
  rule('(?:終業|定時|(?:退勤|退社)(?=前))(?=まで|前|に)', () => ({ clock: { hour: 18, minute: 0 } })),
];

export const DAY_RULES: readonly Rule[] = [
  ...dayRules,
  ...pastRules,
  ...weekdayRules,
  ...weekRules,
  ...partRules,
];
