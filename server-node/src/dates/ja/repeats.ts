import type { Facts, PartOfDay, RepeatFact, Weekday } from '../facts.ts';
import { rule, type Rule } from '../scan.ts';
import type { Groups } from '../patterns.ts';
import { BEHIND_ONE_SIGN } from './days.ts';
import { NUMBER, numberOf } from './numerals.ts';
import { MONTHS_UNIT } from './whiles.ts';
import { HALVES, oneOf, PARTS, valueOf, WEEKDAYS } from './words.ts';

const WORKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5];
const WEEKEND: readonly Weekday[] = [6, 7];

/** 月水金, 月・水・金, 火曜と木曜, 月〜金. One sign alone needs a particle behind it. */
const AND = '(?: ?(?:と|・|、|,|/|&|や|および) ?(?:毎週)?)?';
const SIGN = '[月火水木金土日](?:曜日?)?';
const WEEKDAY_LIST = `(?<weekdays>(?:${SIGN}${AND}){0,6}(?:${SIGN}(?:から|[~〜-])[月火水木金土日](?:曜日?|(?=まで|[にはの 、]|$))(?:まで)?|[月火水木金土日]曜日?|${SIGN}(?:[~〜-]${SIGN})?${BEHIND_ONE_SIGN})|平日|土日祝?(?!曜)|週末)`;

const MONTH_DAY = `(?:末日の${NUMBER}日前|${NUMBER}日(?![間分])|\\d{1,2}(?:[・、,]\\d{1,2}){1,5}日|末日?|月末|最終日|初日|[上中下]旬|半ば)`;
const MONTH_DAYS = `(?<monthDays>${MONTH_DAY}(?:${AND}${MONTH_DAY}){0,5}|初め|月初め?|頭)`;
const NTH =
  '(?:第 ?[1-5一二三四五]|末の(?=[月火水木金土日]曜)|最初の|最終|最後の|最後から[1-5一二三四五]番目の)';
const NTH_LIST = `(?<nth>${NTH}(?:(?:[月火水木金土日]曜日?)?${AND}${NTH}){0,4}) ?(?:(?<sign>[月火水木金土日])曜日?|(?<workday>営業日|平日))`;
const MONTHS = `(?<month>${NUMBER}月(?:${AND}${NUMBER}月){0,11})`;
const MONTH_AND_DAY =
  `(?:(?:${MONTHS}の?|(?<monthDigits>\\d{1,2})/(?=\\d))` +
  `(?:(?<monthDay>\\d{1,2}(?=[^\\d日])|\\d{1,2}$|${NUMBER}日|末日?)|${NTH_LIST})|${MONTHS}(?![\\d分号中上下初頭]|日|から))`;

/** Counted from when it is done. */
const FROM_DONE = '(?<fromDone>(?:完了|終了|実施|前回|終わって|やって|済んで)(?:して)?(?:から|後|の)の? ?)?';
const NOT_BEHIND = '(?<![\\d〇一二三四五六七八九十百第約.])';
const EVERY = '(?:ごと|毎(?![日週月年朝晩夕])|(?<apart>おき))';
const ONCE =
  '(?:に|で)? ?(?:(?:1|一)(?=で(?!き))|(?:1|一) ?[回度](?:ずつ)?(?!しか|も|以[上下内]|未満|程度|限り|限定|のみ|まで|だけ))';

type Unit = RepeatFact['every'];

/** The words for a unit, and on which days of what comes every week, month or year. */
const UNITS: Readonly<
  Record<Unit, { count: string; bare: string; every: string; everyOther: string; days: string }>
> = {
  day: { count: '日', bare: '日', every: '毎日(?!曜)', everyOther: '隔日', days: '' },
  week: { count: '週(?<length>間)?', bare: '週', every: '毎週|各週', everyOther: '隔週', days: WEEKDAY_LIST },
  month: {
    count: MONTHS_UNIT,
    bare: '月',
    every: '毎月(?!曜)',
    everyOther: '隔月',
    days: `(?:${NTH_LIST}|${MONTH_DAYS})`,
  },
  year: {
    count: '年',
    bare: '年',
    every: '毎年(?!の?(?:春|夏|秋|冬|お?正月|お?盆|この|GW|連休|誕生日))',
    everyOther: '隔年',
    days: MONTH_AND_DAY,
  },
};

const counted: readonly Rule[] = (Object.keys(UNITS) as Unit[]).flatMap((unit) => {
  const { count, bare, every, everyOther, days } = UNITS[unit];
  const on = days === '' ? '' : `(?:[のに]? ?${days})?`;
  return [
    `(?:${every}|(?<everyOther>${everyOther}))${on}`,
    `${NOT_BEHIND}(?<count>${NUMBER})${count}${EVERY}${on}`,
    `${NOT_BEHIND}(?:(?<count>${NUMBER})${count}|${bare})${ONCE}${on}`,
  ].map((pattern) =>
    rule(FROM_DONE + pattern, ({ groups = {} }) =>
      isOfOneWeekday(groups) ? repeatOf(unit, groups) : undefined,
    ),
  );
});

/** 第2火曜と第4火曜 is one rule, 第2火曜と第4木曜 is none. */
const isOfOneWeekday = ({ nth = '', sign }: Groups): boolean =>
  [...nth.matchAll(/([月火水木金土日])曜/g)].every(([, other]) => other === sign);

function repeatOf(every: Unit, groups: Groups): Facts {
  const interval = intervalOf(groups);
  return { repeat: { every, ...(interval !== 1 && { interval }), ...fromDoneIn(groups), ...daysOf(groups) } };
}

const fromDoneIn = ({ fromDone }: Groups): { fromDone?: true } =>
  fromDone === undefined ? {} : { fromDone: true };

/** 3日おき leaves three days between, so it is every four; 週間 is a length, so 2週間おき is every two weeks. */
function intervalOf({ everyOther, count, apart, length }: Groups): number {
  if (everyOther !== undefined) return 2;
  const leavesBetween = apart !== undefined && length === undefined;
  return (count === undefined ? 1 : numberOf(count)) + (leavesBetween ? 1 : 0);
}

type OnDays = Pick<RepeatFact, 'weekdays' | 'nth' | 'asSet' | 'monthDays' | 'months'>;

function daysOf({ weekdays, monthDays, nth, sign, workday, month, monthDigits, monthDay }: Groups): OnDays {
  const given = month ?? monthDigits;
  return {
    ...(given !== undefined && { months: numbersIn(given) }),
    ...(weekdays !== undefined && { weekdays: weekdaysOf(weekdays) }),
    ...(monthDays !== undefined && { monthDays: monthDaysOf(monthDays) }),
    ...(monthDay !== undefined && { monthDays: monthDaysOf(monthDay) }),
    ...(nth !== undefined && { nth: ordinalsOf(nth) }),
    ...(sign !== undefined && { weekdays: [valueOf(WEEKDAYS, sign)] }),
    ...(workday !== undefined && { weekdays: WORKDAYS, asSet: true as const }),
  };
}

function weekdaysOf(words: string): readonly Weekday[] {
  if (words === '平日') return WORKDAYS;
  if (words === '週末') return [6];
  if (words.startsWith('土日') && !words.includes('曜')) return WEEKEND;
  const signs = words.replace(/毎週|曜日?/g, '').match(/[月火水木金土日]/g) ?? [];
  const days = signs.map((one) => valueOf(WEEKDAYS, one));
  const [from = 1, to = 7] = days.slice(-2);
  if (!/[~〜-]|から/.test(words) || from > to) return days;
  return [...days, ...Array.from({ length: to - from }, (_, count) => (from + count) as Weekday)];
}

/** The day on which a third of a month begins, and its middle. */
const THIRDS: Readonly<Record<string, number>> = { 上旬: 1, 中旬: 11, 下旬: 21, 半ば: 15 };

/** 末日の1日前 is the last but one. */
const monthDaysOf = (words: string): number[] =>
  (words.match(new RegExp(`末日の${NUMBER}日前|${NUMBER}|初|頭|末|最終|[上中下]旬|半ば`, 'gu')) ?? []).map(
    (one) => {
      if (one.endsWith('前')) return -1 - numberOf(one.slice(3, -2));
      if (one in THIRDS) return THIRDS[one] ?? 1;
      return /[末最]/.test(one) ? -1 : /[初頭]/.test(one) ? 1 : numberOf(one);
    },
  );

const ordinalsOf = (words: string): number[] =>
  (words.match(/最後から[1-5一二三四五]|最初|[1-5一二三四五]|[最末]/g) ?? []).map((one) => {
    if (one === '最初') return 1;
    if (one === '最' || one === '末') return -1;
    return one.startsWith('最') ? -numberOf(one.slice(4)) : numberOf(one);
  });

const numbersIn = (words: string): number[] => (words.match(new RegExp(NUMBER, 'gu')) ?? []).map(numberOf);

const EVERY_PART: Readonly<Record<string, PartOfDay>> = {
  毎朝: 'morning',
  毎夕: 'evening',
  毎晩: 'night',
  毎夜: 'night',
};
const DAILY = `(?:毎日|(?<part>${oneOf(EVERY_PART)}))`;

const daily = (pattern: string, weekdaysIn: (groups: Groups) => readonly Weekday[] | undefined): Rule =>
  rule(`${FROM_DONE}(?:${pattern})`, ({ groups = {} }) => {
    const weekdays = weekdaysIn(groups);
    return {
      repeat: {
        ...(weekdays === undefined ? { every: 'day' as const } : { every: 'week' as const, weekdays }),
        ...fromDoneIn(groups),
      },
      ...(groups['part'] !== undefined && { part: valueOf(EVERY_PART, groups['part']) }),
    };
  });

const onWorkdays = () => WORKDAYS;
const onThese = ({ weekdays = '' }: Groups) => weekdaysOf(weekdays);

/** 平日 alone repeats before a time (平日9時) and where it opens the sentence (平日は); 平日に電話 may be meant once. */
const WORKDAYS_ALONE = `平日(?=[はのに]? ?(?:\\d{1,2}[時:]|[一二三四五六七八九十]{1,3}時|${oneOf(HALVES)}|${oneOf(PARTS)})|は|[ 、,]|$)`;
const SEVERAL_NTH = `(?<nth>${NTH}(?:${AND}${NTH}){1,4}) ?(?<sign>[月火水木金土日])曜日?`;
const FROM_TO = `(?<weekdays>${SIGN}(?:から|[~〜-])${SIGN})(?:まで)?`;

const byDays: readonly Rule[] = [
  daily(`(?<part>${oneOf(EVERY_PART)})`, () => undefined),
  daily(`(?:平日|毎週平日)[のは]? ?${DAILY}|毎平日|平日ごと`, onWorkdays),
  daily(WORKDAYS_ALONE, onWorkdays),
  daily(`${FROM_TO}の? ?${DAILY}`, onThese),
  daily(`${FROM_TO}(?=[のは]? ?(?:${oneOf(HALVES)}|${oneOf(PARTS)})?の? ?\\d{1,2}(?:時(?!間)|:))`, onThese),
  daily('(?<=^|[ 、。])(?<weekdays>[月火水木金土日]{3,6})(?=は|に| |の[朝昼夜])', onThese),
  daily(
    '毎(?<weekdays>[月火水木金土日]曜日?)|(?<weekdays>[月火水木金土日]曜日?|週末)(?:ごと|のたび)',
    onThese,
  ),
  rule(`${FROM_DONE}毎年(?:の?年末|末)`, ({ groups = {} }) => ({
    repeat: { every: 'year', months: [12], monthDays: [-1], ...fromDoneIn(groups) },
  })),
  daily('毎週末', () => [6]),
  daily(`(?<weekdays>土日祝?|${SIGN}(?:${AND}${SIGN}){1,5})[はのに]? ?${DAILY}`, onThese),
  rule(`${FROM_DONE}(?:${SEVERAL_NTH}|月末ごと)`, ({ groups = {} }) =>
    repeatOf('month', groups['nth'] === undefined ? { ...groups, monthDays: '末' } : groups),
  ),
];

const inMonths: readonly (readonly [string, number])[] = [
  ['半年', 6],
  ['四半期', 3],
];
const byMonths = inMonths.map(([words, interval]) =>
  rule(`${FROM_DONE}(?:${words}(?:${EVERY}|${ONCE})|毎${words})`, ({ groups = {} }) => ({
    repeat: {
      every: 'month',
      interval,
      ...fromDoneIn(groups),
    },
  })),
);

const tooOften = rule(`毎[時分秒]|${NOT_BEHIND}${NUMBER}(?:時間|分間?|秒)${EVERY}`, () => ({
  refused: 'too_often',
}));

export const REPEAT_RULES: readonly Rule[] = [...counted, ...byDays, ...byMonths, tooOften];
