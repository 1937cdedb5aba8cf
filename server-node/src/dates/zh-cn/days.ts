import type { DayFact, RepeatFact } from '../facts.ts';
import { anyOf, type Groups } from '../patterns.ts';
import { NUMBER, NUMERAL, numberOf } from './numerals.ts';
import { rule, type Rule, type Rules, type Said } from './rule.ts';
import { ONE_WEEKDAY, SOME_WEEKDAYS, weekdaysOf } from './weekdays.ts';
import { beginOf, DAYS, HOLIDAYS, PARTS_OF_DAYS, WEEK, WORKDAYS } from './words.ts';

/** Before a week, a weekend, a weekday: `next` is as long as there are weeks between. */
const WHICH_WEEK = '(?:(?<past>上{1,3})一?个?|(?<next>下{1,4})一?个?|(?<present>本|这)一?个?)';
const weekOf = ({ next, present }: Groups): { week?: number } =>
  next !== undefined ? { week: next.length } : present !== undefined ? { week: 0 } : {};

function readWeekday(groups: Groups, behind: string): Said | undefined {
  const { past, first = '', more } = groups;
  if (past !== undefined) return { past: true };
  const weekdays = weekdaysOf(groups, behind);
  const weekday = weekdays?.[0];
  if (weekdays === undefined || weekday === undefined) return undefined;
  const said: Said = { day: { kind: 'weekday', weekday, ...weekOf(groups) } };
  if (more === undefined) return /[日天]/.test(first) ? { ...said, endsWord: true } : said;
  if (weekOf(groups).week !== undefined || /^[至到~-]/.test(more)) return { ...said, weekdays };
  if (isCompact(more) && isApart(weekdays)) return { repeat: { every: 'week', weekdays } };
  return { day: { kind: 'weekday', weekday, others: weekdays.slice(1) }, weekdays };
}

/** 周一三五 without 每 is every week; 周六日 is one weekend. */
const isCompact = (more: string): boolean => /^[一二三四五六日天]/.test(more);
const isApart = (days: NonNullable<RepeatFact['weekdays']>): boolean =>
  days.length > 2 || (days[1] ?? 0) - (days[0] ?? 0) > 1;

function readWeekend(groups: Groups): Said {
  if (groups.past !== undefined) return { past: true };
  return { day: { kind: 'weekend', week: weekOf(groups).week ?? 0 } };
}

/** A week alone begins on its Monday when it is one to come; this one is over on its Sunday. */
function readWeek(groups: Groups): Said {
  if (groups.past !== undefined) return { past: true };
  const { week = 0 } = weekOf(groups);
  const day: DayFact = { kind: 'weekday', weekday: week === 0 || groups.within !== undefined ? 7 : 1, week };
  return groups.within === undefined ? { day, wide: true } : { day };
}

/** A bare weekday is none behind a count: 一周三次, 第三周周五. */
const NO_COUNT = `(?<![${NUMERAL}几半整满每长]|(?<!\\d[/.-]\\d?)\\d|第[${NUMERAL}\\d]{1,2}周|单周?|黑色)`;

const WEDNESDAY = 3;
const HOLIDAY = anyOf(Object.keys(HOLIDAYS));

const RULES: readonly Rule[] = [
  rule(`(?<!先|[年月周期]的?(?=今))(?<word>${anyOf(Object.keys(DAYS))})`, ({ word = '' }) => ({
    day: { kind: 'in', days: DAYS[word] ?? 0 },
  })),
  rule('(?:大?前天|前日|昨[天日晚夜晨早])', { past: true }),
  rule(`(?<word>${anyOf(Object.keys(PARTS_OF_DAYS))})`, ({ word = '' }) => {
    const [days, part] = PARTS_OF_DAYS[word] ?? [0, 'evening'];
    return { day: { kind: 'in', days }, part, endsWord: true };
  }),
  rule(`(?:${WHICH_WEEK}${WEEK}?|${NO_COUNT})${WEEK}${SOME_WEEKDAYS}`, readWeekday),
  rule(`(?:${WHICH_WEEK}${WEEK}?|${NO_COUNT})${WEEK}${ONE_WEEKDAY}`, readWeekday),
  rule(`(?:${WHICH_WEEK}|${NO_COUNT})${WEEK}末(?:两天)?`, readWeekend),
  rule('(?<!每个?)双休日', { day: { kind: 'weekend', week: 0 } }),
  rule('下周的?今[天日]', { day: { kind: 'in', weeks: 1 } }),
  rule(`${WHICH_WEEK}${WEEK}中(?!旬|[\\p{Script=Han}])`, (groups) =>
    groups.past === undefined
      ? { day: { kind: 'weekday', weekday: WEDNESDAY, ...weekOf(groups) } }
      : { past: true },
  ),
  rule(`${WHICH_WEEK}${WEEK}(?![一二三四五六日天])(?<within>之内|以内|内)?`, readWeek),
  rule('下一?个工作日', { day: { kind: 'workday', days: 1 } }),
  rule(`(?<count>${NUMBER})个工作日(?:之|以)?[内后]`, ({ count = '' }) => {
    const days = numberOf(count);
    return days === undefined ? undefined : { day: { kind: 'workday', days } };
  }),
  rule('工作日', { weekdays: WORKDAYS, needs: 'clock' }),
  rule(
    `(?:(?<=年的?)(?<yearly>${HOLIDAY})|(?<name>${HOLIDAY})(?=[之以]?前(?!夜|夕|一)|当天|那天|(?:零|\\d{1,2}|[一二三四五六七八九十]{1,3})点|\\d{1,2}:|早上|上午|中午|下午|晚上|凌晨))`,
    ({ name = '', yearly = name }) => {
      const [month, day] = HOLIDAYS[yearly] ?? [1, 1];
      return { month: { month }, of: { day } };
    },
  ),
];

export const DAY_RULES: Rules = {
  begin: `0123456789${NUMERAL}今明后大昨前上下本这周星礼工双${beginOf(Object.keys(HOLIDAYS))}`,
  rules: RULES,
};
