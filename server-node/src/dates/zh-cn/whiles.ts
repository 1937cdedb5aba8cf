import type { DayFact } from '../facts.ts';
import { anyOf, type Groups } from '../patterns.ts';
import { NUMBER, NUMERAL, numberOf } from './numerals.ts';
import { rule, type Rule, type Rules, type Said } from './rule.ts';
import { DAYS_OF } from './words.ts';

const HOURS = '(?:小时|钟头|hr?)';
const SOME_MINUTES =
  `(?:(?<hours>\\d{1,2}\\.\\d|${NUMBER})个?${HOURS}(?:零?(?<more>${NUMBER})分钟?|(?<half>半))?` +
  `|(?<andHalf>${NUMBER})个半${HOURS}|(?<halfHour>半)个?${HOURS}` +
  `|(?<minutes>${NUMBER})(?:分钟?|min)|(?<quarters>[一二两三1-3])刻钟?)`;
const SOME_DAYS =
  `(?:(?<count>${NUMBER})(?<unit>${anyOf(Object.keys(DAYS_OF))})|(?<monthsAndHalf>${NUMBER})个半月` +
  `|(?<halfMonth>半)个?月|(?<halfYear>半)年|(?<yearsAndHalf>${NUMBER})年半)`;
const AFTER = '(?<after>之后|以后|过后|后|之内|以内|内)(?!的?(?:自己|今天|我的?信))';
/** 两三天 and 3-5天: the later one. */
const ROUGHLY = `(?:\\d{1,2}[-~到至、]|[一二三四五六七八九十][到至、]|[一二两三四五六七八](?=[二三四五六七八九](?!十)))?`;
const BEFORE = '(?:之前|以前|前)';
const PASSING = '(?:再过|过|再等)';
/** 婚后三个月内, 饭后半小时 and 收到三天后 count from another time. */
const NO_NUMBER_BEFORE = `(?<![\\d${NUMERAL}.第后]|上传|收到|签收|发布|下单|付款|到货|出院|入职|注册|提交|购买|开封|手术|毕业)`;

const valueOf = (written: string | undefined): number =>
  written === undefined ? 0 : written.includes('.') ? Number(written) : (numberOf(written) ?? NaN);

function readMinutes(groups: Groups): Said | undefined {
  const { hours, more, half, andHalf, halfHour, minutes: written, quarters } = groups;
  const minutes =
    60 * (valueOf(hours) + valueOf(andHalf)) +
    valueOf(more) +
    (half === undefined && andHalf === undefined && halfHour === undefined ? 0 : 30) +
    valueOf(written) +
    15 * valueOf(quarters);
  return Number.isNaN(minutes) ? undefined : { after: { minutes }, ...endOf(groups) };
}

function readDays(groups: Groups): Said | undefined {
  const { count, unit = '', monthsAndHalf, halfMonth, halfYear, yearsAndHalf } = groups;
  const day: DayFact = {
    kind: 'in',
    ...(count !== undefined && { [DAYS_OF[unit] ?? 'days']: valueOf(count) }),
    ...(monthsAndHalf !== undefined && { months: valueOf(monthsAndHalf), days: 15 }),
    ...(halfMonth !== undefined && { days: 15 }),
    ...(halfYear !== undefined && { months: 6 }),
    ...(yearsAndHalf !== undefined && { years: valueOf(yearsAndHalf), months: 6 }),
  };
  return Object.values(day).some(Number.isNaN) ? undefined : { day, ...endOf(groups) };
}

/** 后 and 内 also begin words: 3天后台维护. */
const endOf = ({ after }: Groups): Said => (after === '后' || after === '内' ? { endsWord: true } : {});

const RULES: readonly Rule[] = [
  rule(`${NO_NUMBER_BEFORE}${PASSING}?${ROUGHLY}${SOME_MINUTES}${AFTER}`, readMinutes),
  rule(`${PASSING}${ROUGHLY}${SOME_MINUTES}`, readMinutes),
  rule(`${NO_NUMBER_BEFORE}${PASSING}?${ROUGHLY}${SOME_DAYS}${AFTER}`, readDays),
  rule(`${PASSING}${ROUGHLY}${SOME_DAYS}(?!节|生日|年)`, readDays),
  rule(`${NO_NUMBER_BEFORE}(?:${SOME_MINUTES}|${SOME_DAYS})${BEFORE}`, { past: true, endsWord: true }),
];

export const WHILE_RULES: Rules = { begin: `0123456789${NUMERAL}半过再`, rules: RULES };
