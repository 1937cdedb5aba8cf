import type { RepeatFact } from '../facts.ts';
import { anyOf, type Groups } from '../patterns.ts';
import { NUMBER, NUMERAL, numberOf } from './numerals.ts';
import { rule, type Rule, type Rules, type Said } from './rule.ts';
import { ONE_WEEKDAY, SOME_WEEKDAYS, weekdaysOf } from './weekdays.ts';
import { PARTS, SHORT_PARTS, WEEK, WORKDAYS } from './words.ts';

type Every = Pick<RepeatFact, 'every' | 'interval'>;

/** A period, by the word for it; months stand for quarters and half-years. */
const PERIODS: Readonly<Record<string, readonly [RepeatFact['every'], number]>> = {
  天: ['day', 1],
  日: ['day', 1],
  周: ['week', 1],
  星期: ['week', 1],
  个星期: ['week', 1],
  礼拜: ['week', 1],
  个礼拜: ['week', 1],
  月: ['month', 1],
  个月: ['month', 1],
  季度: ['month', 3],
  个季度: ['month', 3],
  年: ['year', 1],
};
const PERIOD = `(?<period>${anyOf(Object.keys(PERIODS))})`;
const HALVES: Readonly<Record<string, Every>> = {
  半年: { every: 'month', interval: 6 },
  半个月: { every: 'day', interval: 15 },
  半月: { every: 'day', interval: 15 },
};

const everySo = (period: string, count: number): Every => {
  const [every, times] = PERIODS[period] ?? ['day', 1];
  return count * times === 1 ? { every } : { every, interval: count * times };
};

/**
 * 隔一天, 隔一周: every second one. 隔两天 to 隔六天: so many days lie between. 隔三个月 and 隔七天 are what people say for
 * every three months and every seven days.
 */
function apart(period: string, count: number): number {
  const isFewDays = PERIODS[period]?.[0] === 'day' && count < 7;
  return count === 1 || isFewDays ? count + 1 : count;
}

function readEvery({ apartBy, count, period = '', half }: Groups): Said | undefined {
  if (half !== undefined) return { repeat: HALVES[half] ?? { every: 'day' } };
  const number = count === undefined ? 1 : numberOf(count);
  if (number === undefined || number === 0) return undefined;
  return { repeat: everySo(period, apartBy === undefined ? number : apart(period, number)) };
}

/** 每周一, 每周一三五, 每周二和周四, 每周一到周五, 每逢周五, 隔周五. */
function readWeekdays(groups: Groups, behind: string): Said | undefined {
  const weekdays = weekdaysOf(groups, behind);
  return (
    weekdays && { repeat: { every: 'week', ...(groups.second !== undefined && { interval: 2 }), weekdays } }
  );
}

function readAfterDone(groups: Groups): Said | undefined {
  const said = readEvery(groups);
  return said?.repeat && { repeat: { ...said.repeat, fromDone: true } };
}

/** Three times a week is no rule of dates. */
const SO_MANY_TIMES = `(?![^,。;\\d]{0,6}(?:[二两三四五六七八九十]|[2-9])[次遍回])`;
/** Mornings and evenings are two times a day. */
const ONCE_A_DAY = `${SO_MANY_TIMES}(?!早[、,]?[中午]?[、,]?晚|早上?[和与、]|(?:早上|上午|中午)[和与、]|[三两]餐)`;
const DONE = '(?:每次)?(?:完成|做完|办完|打勾)(?:之|以)?后,? ?(?:的)?';

const RULES: readonly Rule[] = [
  rule(`每! ?(?:(?<count>${NUMBER})${PERIOD}|(?<half>${anyOf(Object.keys(HALVES))}))`, readAfterDone),
  rule(
    `${DONE}(?:隔|再过|过)?(?:(?<count>${NUMBER})${PERIOD}|(?<half>${anyOf(Object.keys(HALVES))}))后?`,
    readAfterDone,
  ),
  rule(`${DONE}(?=每(?!次))`, { fromDone: true }),
  rule(`每一?[天日]${ONCE_A_DAY}|每个?日子`, { repeat: { every: 'day' } }),
  rule(
    `每个?(?<part>${anyOf(Object.keys(PARTS))}|[早晚](?![中午晚]))(?![和与、]?(?:中午|下午|晚上))`,
    ({ part = '' }) => {
      const of = PARTS[part] ?? SHORT_PARTS[part];
      return of && { repeat: { every: 'day' }, part: of };
    },
  ),
  rule('除了?周末[以之]?外,?每天', { repeat: { every: 'week', weekdays: WORKDAYS } }),
  rule('每一?个?逢?工作日|工作日每天', { repeat: { every: 'week', weekdays: WORKDAYS } }),
  rule(`每一?个?${WEEK}末`, { repeat: { every: 'week', weekdays: [6] } }),
  ...[SOME_WEEKDAYS, ONE_WEEKDAY].map((list) =>
    rule(`(?:每一?个?逢?|每?逢|每到|(?<second>每?隔一?个?))${WEEK}${list}`, readWeekdays),
  ),
  rule(
    `(?:每(?<apartBy>隔)?|(?<!每)(?<apartBy>隔))${SO_MANY_TIMES}(?:(?<count>${NUMBER})?${PERIOD}|(?<half>${anyOf(Object.keys(HALVES))}))${ONCE_A_DAY}`,
    readEvery,
  ),
  rule(`(?:每个?)?双周?(?=${WEEK}[一二三四五六日天])`, { repeat: { every: 'week', interval: 2 } }),
  rule('每个?月的?(?<list>\\d{1,2}(?:[、,和]\\d{1,2}){1,11})[号日]', ({ list = '' }) => ({
    repeat: { every: 'month', monthDays: (list.match(/\d+/g) ?? []).map(Number) },
  })),
  rule(
    `(?:(?<count>${NUMBER})${PERIOD}|(?<half>${anyOf(Object.keys(HALVES))}))(?:一|1)次(?!的|性)`,
    readEvery,
  ),
  rule('每个?月的?月?(?<end>底|末)', { repeat: { every: 'month', monthDays: [-1] } }),
  rule('每个?月的?月?初', { repeat: { every: 'month', monthDays: [1] } }),
  rule('每个?月的?月?中(?!旬)', { repeat: { every: 'month', monthDays: [15] } }),
  rule('每个?季度?的?(?:最后一天|末|底)', {
    repeat: { every: 'year', months: [3, 6, 9, 12], monthDays: [-1] },
  }),
  rule('每个?季度?的?(?:第一天|初)', { repeat: { every: 'year', months: [1, 4, 7, 10], monthDays: [1] } }),
  rule(`每(?:隔)?(?:${NUMBER}|半)?个?(?:小时|钟头|分钟|半小时)`, { refused: 'too_often', needs: 'edge' }),
  rule('(?<=[天周月年期拜度日])[一1]次(?!性)', { filler: true }),
  rule(
    `(?:连续|接下来|未来)的?(?<count>${NUMBER})(?<unit>天|周|个?星期|个?礼拜)(?=,?的?每[天日早晚])`,
    ({ count = '', unit }) => {
      const number = numberOf(count);
      return number ? { times: unit === '天' ? number : 7 * number, needs: 'repeat' } : undefined;
    },
  ),
  rule(`(?:(?:一共|总共|共|重复)(?<times>${NUMBER})次|(?:连续|持续|坚持)(?<days>${NUMBER})天)`, (groups) => {
    const times = groups.times ?? groups.days ?? '';
    const number = numberOf(times);
    return number === undefined || number === 0 ? undefined : { times: number, needs: 'repeat' };
  }),
];

export const REPEAT_RULES: Rules = {
  begin: `${NUMERAL}0123456789半除每隔逢完做办打工双一1共总重连接未持坚`,
  rules: RULES,
};
