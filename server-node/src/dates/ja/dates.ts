import type { DayFact } from '../facts.ts';
import { rule, type Rule } from '../scan.ts';
import type { Groups } from '../patterns.ts';
import { BEHIND_A_WORD, NO_NAME, WEEKDAY_NOTE } from './days.ts';
import { NOT_WITHIN_NUMBER, NUMBER, numberOf } from './numerals.ts';
import { FEASTS, MONTHS, oneOf, valueOf, WEEKDAYS, YEAR_BEFORE_ERA, YEARS } from './words.ts';

/** Behind a month a day may be followed by anything but what makes it an amount. */
const NO_AMOUNT =
  '(?![分間目前後毎未連半回違]|以[内上下前]|経|たっ|あたり|につき|ごと|おき|ぶ[りん]|坊主|ほど|くらい|ぐらい|程度|1日[にも]?\\d+[^\\d時:])';
/** Behind a day without a month: what only follows a date. 3日分, 一日駅長 and 30日チャレンジ are none. */
const AS_A_DAY =
  '(?=[にはのもがで 、,)(朝昼夕夜午]|[月火水木金土日]曜|まで|から|より(?![古新前後長短多少早遅])|解禁|発売|開始|公開|開催|開店|締|〆|期限|必着|支払|払い|提出|納[期品]|以降|頃|ごろ|過ぎ|すぎ|前後|中に|\\d{1,2}(?:時(?!間)|:)|[~〜-]\\d|$)(?!の(?:間|うち|内)|で(?!提出|締)|に[\\d一二三四五六七八九十]{1,3}[回度個本杯錠粒つ枚件人冊リkm]|も(?![ 、,]|$))';

/** 一日の流れ: written in words, days below the tenth are lengths as often as days of the month. */
const NO_LENGTH = '(?![一二三四五六七八九]日[のはもでが])';
const DAY = `(?<!第)(?:(?<day>\\d{1,2}|[一二三四五六七八九十]{1,3})日${NO_AMOUNT}`;
const DAY_OF_MONTH = `${DAY})`;
const DAY_ALONE = `(?<!(?:あと|残り|のこり|最大|最長|最低|合計) ?|[日曜](?=[一1]日))${NO_LENGTH}${DAY}${AS_A_DAY})`;

const NOTE = `(?: ?[月火水木金土日]曜日?|${WEEKDAY_NOTE})`;
const YEAR =
  `(?:(?<year>\\d{4}|\\d{2}|[〇零一二三四五六七八九]{4})年 ?|` +
  `(?<era>令和|平成|昭和|[RHS]) ?(?<eraYear>元|${NUMBER})年 ?|(?<yearWord>${oneOf(YEARS)})の? ?)`;
const MONTH = `(?<month>${NUMBER})月`;
const MONTH_WORD = `(?<monthWord>${oneOf(MONTHS)})`;
const NTH = `(?:第 ?(?<nth>[1-5一二三四五])|(?<last>最終|最後の)|(?<first>最初の))`;

function yearOf({ year, era, eraYear, yearWord }: Groups): { year?: number; years?: number } {
  if (yearWord !== undefined) return { years: valueOf(YEARS, yearWord) };
  if (era !== undefined) {
    return { year: valueOf(YEAR_BEFORE_ERA, era) + (eraYear === '元' ? 1 : numberOf(eraYear ?? '')) };
  }
  if (year === undefined) return {};
  return { year: numberOf(year) + (year.length === 2 ? 2000 : 0) };
}

const monthOf = ({ month, monthWord }: Groups): { month?: number; months?: number } => ({
  ...(month !== undefined && { month: numberOf(month) }),
  ...(monthWord !== undefined && { months: valueOf(MONTHS, monthWord) }),
});

/** A month there is not makes no date of a line (13月5日); a day there is not is refused (2月30日). */
function dateOf(groups: Groups, day: number): { day: DayFact } | undefined {
  const date = { kind: 'date' as const, day, ...monthOf(groups), ...yearOf(groups) };
  const isThere =
    (date.month === undefined || (date.month >= 1 && date.month <= 12)) && day !== 0 && day <= 31;
  return isThere ? { day: date } : undefined;
}

const givenDay = ({ day }: Groups): number => numberOf(day ?? '');

const date = (pattern: string, dayOf: (groups: Groups) => number): Rule =>
  rule(pattern, ({ groups = {} }) => dateOf(groups, dayOf(groups)));

const nthOf = ({ nth: which, last: isLast, first: isFirst }: Groups): number =>
  isLast !== undefined ? -1 : isFirst !== undefined ? 1 : numberOf(which ?? '');

const nth = (pattern: string): Rule =>
  rule(pattern, ({ groups = {} }) => ({
    day: {
      kind: 'nth',
      nth: nthOf(groups),
      weekday: groups['sign'] === undefined ? 'workday' : valueOf(WEEKDAYS, groups['sign']),
      ...monthOf(groups),
      ...yearOf(groups),
    },
  }));

const LAST = -1;
const first = () => 1;
const last = () => LAST;

const written: readonly Rule[] = [
  date(`${NOT_WITHIN_NUMBER}${YEAR}?${MONTH} ?(?<day>${NUMBER})日(?![間分])${NOTE}`, givenDay),
  date(`${MONTH_WORD} ?の? ?${DAY_OF_MONTH}${NOTE}`, givenDay),
  date(`${NOT_WITHIN_NUMBER}(?<!月)${DAY_ALONE}${NOTE}`, givenDay),
];

const WHAT_MAY_FOLLOW_DIGITS =
  '(?![\\d/.%:-]|[A-Za-z]|カップ|量|サイズ|が(?!締|〆|期限|期日|必着)|[をずだ]|[個枚人名件円杯倍回点]|ページ|インチ|センチ|ミリ|形式|表記|型|比|以[下上]|程度|ほど|くらい|に(?:減|増|な|す|割)|の(?:確率|割合|大きさ))';
const M_D = '(?<!(?:進捗|達成|完了|スコア|比率|得点) ?)(?<month>\\d{1,2})/(?<day>\\d{1,2})';

const inDigits: readonly Rule[] = [
  date(
    `${NOT_WITHIN_NUMBER}(?<year>\\d{4}|\\d{2})(?<sign>[/.-])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})(?![\\d/.-]|[A-Za-z])${WEEKDAY_NOTE}`,
    givenDay,
  ),
  date(
    `(?<![A-Za-z\\d])(?<era>[RHS])(?<eraYear>\\d{1,2})(?<sign>[/.])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})(?![\\d/.]|[A-Za-z])${WEEKDAY_NOTE}`,
    givenDay,
  ),
  date('(?<![\\w.])(?<year>20\\d\\d)(?<month>[01]\\d)(?<day>[0-3]\\d)(?=[にの 、]|まで|$)', givenDay),
  date(`${NOT_WITHIN_NUMBER}${M_D}${WHAT_MAY_FOLLOW_DIGITS}${WEEKDAY_NOTE}`, givenDay),
];

const endsOfMonths: readonly Rule[] = [
  date('月末日?|末日(?=まで|に|〆|締|必着)', last),
  date(`(?:(?<!\\d)月|${MONTH_WORD}の?|${NOT_WITHIN_NUMBER}${YEAR}?${MONTH}の?)(?:半ば|なかば)`, () => 15),
  ...(['上', '中', '下'] as const).map((third, index) =>
    date(
      `(?:${MONTH_WORD}の?|${NOT_WITHIN_NUMBER}${YEAR}?${MONTH}の?)${third}旬${BEHIND_A_WORD}`,
      () => 1 + 10 * index,
    ),
  ),
  date(`${MONTH_WORD}の?(?:月末|末日?|中(?=[には 、,]|$)|いっぱい)`, last),
  date(`${NOT_WITHIN_NUMBER}${YEAR}?${MONTH}の?(?:末日?|中(?=[には 、,]|$)|いっぱい)`, last),
  date(`${NOT_WITHIN_NUMBER}${YEAR}?${MONTH}(?=まで)`, last),
  date(`${NOT_WITHIN_NUMBER}${YEAR}?${MONTH}(?=から|になったら)`, first),
  date(`${MONTH_WORD}(?=まで)`, last),
  date(`(?:月初め?|月頭)${BEHIND_A_WORD}`, first),
  date(`${MONTH_WORD}の?(?:初め|はじめ|頭|初旬)${BEHIND_A_WORD}`, first),
  date(`${NOT_WITHIN_NUMBER}${YEAR}?${MONTH}の?(?:初め|はじめ|頭)${BEHIND_A_WORD}`, first),
  date(`(?<monthWord>(?!今月|当月)(?:${oneOf(MONTHS)}))${BEHIND_A_WORD}`, first),
];

const endsOfYears: readonly Rule[] = [
  rule(
    `(?<yearWord>${oneOf(YEARS)})?の?(?<![来昨前次一])(?:年内|年末(?!(?<=[^ 、。]年末)[\\p{Script=Han}\\p{Script=Katakana}])|(?<=年)(?:中|いっぱい))(?!の)`,
    ({ groups = {} }) => ({
      day: { kind: 'date', day: 31, month: 12, ...yearOf({ yearWord: '今年', ...defined(groups) }) },
    }),
  ),
  rule('(?<![来昨前次])今?年度(?:末|内|中)(?!の)', () => ({ day: { kind: 'date', day: 31, month: 3 } })),
  rule('(?:今)?四半期末', () => ({ day: { kind: 'quarter', quarters: 0, day: -1 } })),
  rule(`(?<yearWord>${oneOf(YEARS)})の?(?:初め|はじめ|頭|早々)${BEHIND_A_WORD}`, ({ groups = {} }) => ({
    day: { kind: 'date', day: 1, month: 1, ...yearOf(groups) },
  })),
  rule(`(?<yearWord>${oneOf(YEARS)})末`, ({ groups = {} }) => ({
    day: { kind: 'date', day: 31, month: 12, ...yearOf(groups) },
  })),
  rule(`来年度${BEHIND_A_WORD}`, () => ({ day: { kind: 'date', day: 1, month: 4 } })),
  rule(`年明け(?:早々)?${BEHIND_A_WORD}`, () => ({ day: { kind: 'date', day: 1, month: 1 } })),
  rule(`(?<yearWord>来年|再来年)${BEHIND_A_WORD}`, ({ groups = {} }) => ({
    day: { kind: 'date', day: 1, month: 1, ...yearOf(groups) },
  })),
  rule(
    `(?:(?<yearWord>${oneOf(YEARS)})の?)?(?<feast>${oneOf(FEASTS)})(?:${BEHIND_A_WORD}|(?=の(?:\\d{1,2}[時:]|[朝昼夜]|夕方|午[前後])))`,
    ({ groups = {} }) => {
      const [month, day] = valueOf(FEASTS, groups['feast'] ?? '');
      return { day: { kind: 'date', day, month, ...yearOf(groups) } };
    },
  ),
];

const defined = (groups: Groups): Groups =>
  Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== undefined));

const WHICH = `(?:${NTH} ?(?:(?<sign>[月火水木金土日])曜日?${NO_NAME}|営業日|平日))`;

const ordinals: readonly Rule[] = [
  nth(`(?:${MONTH_WORD}の? ?)?${WHICH}`),
  nth(`${NOT_WITHIN_NUMBER}${YEAR}?${MONTH}の? ?${WHICH}`),
];

export const DATE_RULES: readonly Rule[] = [
  ...written,
  ...inDigits,
  ...endsOfMonths,
  ...endsOfYears,
  ...ordinals,
];
