import { MINUTES_AN_HOUR } from '../../shared/time.ts';
import type { Facts } from '../facts.ts';
import { rule, type Rule } from '../scan.ts';
import type { Groups } from '../patterns.ts';
import { NUMBER, numberOf } from './numerals.ts';

/** The signs for か are as many as keyboards. */
export const MONTHS_UNIT = '(?:[かヶヵカケ箇ゕ]月)';

/** What counts from something else than now: 食後30分後, 退院の3日後, 徒歩10分以内. */
const FROM_NOW =
  '(?<![\\p{Script=Han}\\p{Script=Katakana}ーA-Za-z\\d.,/:-]|から|の|その)(?:(?:今|いま|これ)から ?|あと ?|(?<![今明])(?=[\\d〇一二三四五六七八九十百半]))';
/** 2、3日後 and 2〜3日後: the later one. */
const ROUGHLY = '(?:[\\d一二三四五六七八九]{1,2}[、~〜])?';
const BEHIND = '(?:後(?!半|の(?:自分|私|あなた|君))|のち|経ったら|たったら|以内)';

const HALF_A_MONTH = 15;
const MONTHS_A_YEAR = 12;

const period = (pattern: string, read: (count: number, isHalf: boolean, groups: Groups) => Facts): Rule =>
  rule(`${FROM_NOW}${ROUGHLY}${pattern}${BEHIND}`, ({ groups = {} }) =>
    read(numberOf(groups['count'] ?? '0'), groups['half'] !== undefined, groups),
  );

const COUNT = `(?<count>${NUMBER})`;

export const WHILE_RULES: readonly Rule[] = [
  period(`${COUNT}分間?`, (minutes) => ({ after: { minutes } })),
  period(`${COUNT}時間(?:(?<half>半)|(?<minutes>${NUMBER})分)?`, (hours, isHalf, { minutes }) => ({
    after: { minutes: hours * MINUTES_AN_HOUR + (isHalf ? 30 : numberOf(minutes ?? '0')) },
  })),
  rule(`あと ?${COUNT}(?<unit>分|時間)で(?!き)`, ({ groups = {} }) => ({
    after: { minutes: numberOf(groups['count'] ?? '') * (groups['unit'] === '分' ? 1 : MINUTES_AN_HOUR) },
  })),
  period('半時間', () => ({ after: { minutes: 30 } })),
  period('半日', () => ({ after: { minutes: 12 * MINUTES_AN_HOUR } })),
  period(`${COUNT}日間?`, (days) => ({ day: { kind: 'in', days } })),
  rule(`${FROM_NOW}[\\d一二三四五六七八九]{1,2}[、~〜]${COUNT}日中(?=に)`, ({ groups = {} }) => ({
    day: { kind: 'in', days: numberOf(groups['count'] ?? '') },
  })),
  period(`${COUNT}営業日`, (days) => ({ day: { kind: 'workday', days } })),
  period(`${COUNT}週間?`, (weeks) => ({ day: { kind: 'in', weeks } })),
  period('半月', () => ({ day: { kind: 'in', days: HALF_A_MONTH } })),
  period(`${COUNT}${MONTHS_UNIT}(?<half>半)?`, (months, isHalf) => ({
    day: { kind: 'in', months, ...(isHalf && { days: HALF_A_MONTH }) },
  })),
  period('半年', () => ({ day: { kind: 'in', months: MONTHS_A_YEAR / 2 } })),
  period(`${COUNT}年間?(?<half>半)?`, (years, isHalf) => ({
    day: { kind: 'in', years, ...(isHalf && { months: MONTHS_A_YEAR / 2 }) },
  })),
];
