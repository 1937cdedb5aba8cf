import { dayOf } from './day-of.ts';
import type { Said } from './rule.ts';

/** What two expressions side by side say together; undefined when they contradict each other, or do not belong together. */
export function joined(said: Said, next: Said): Said | undefined {
  if (said.name || next.name || next.past) return undefined;
  if (said.past) return next.part !== undefined || next.clock !== undefined ? said : undefined;
  if (next.filler) return said;
  if (said.fromDone) return next.repeat && { ...next, repeat: { ...next.repeat, fromDone: true } };
  if (said.part !== undefined && next.part !== undefined) return withBothParts(said, next);
  if (isWeekdayAlone(next) && isDate(said)) return { ...said, ...inThatWeek(said, next) };
  if (isWeekdayAlone(said) && next.of !== undefined && next.repeat === undefined)
    return joined(withoutDay(said), next);
  if (said.repeat !== undefined) return withRule(said.repeat, said, next);
  if (contradict(said, next)) return undefined;
  return { ...(next.repeat === undefined ? said : asStart(said, next.repeat)), ...next };
}

/** From 3月10日起每周二 a day to begin with; 3月8日每年 says which day of the year. */
function asStart(said: Said, { every }: NonNullable<Said['repeat']>): Said {
  const { year, month, of, ...rest } = said;
  if (every !== 'year' && month !== undefined && of === undefined)
    return { ...rest, day: { kind: 'date', day: 1, ...year, ...month } };
  const isOfRule = every === 'year' ? year === undefined : every === 'month' && month === undefined;
  const day = isOfRule ? undefined : dayOf(said);
  return day === undefined ? said : { ...rest, day };
}

const SLOTS = [
  'day',
  'of',
  'clock',
  'after',
  'repeat',
  'refused',
  'month',
  'months',
  'year',
  'times',
] as const;

function contradict(said: Said, next: Said): boolean {
  if (SLOTS.some((slot) => said[slot] !== undefined && next[slot] !== undefined)) return true;
  const isOfMonth = ({ of, month, year }: Said) => (of ?? month ?? year) !== undefined;
  if (said.day !== undefined && isOfMonth(next)) return true;
  if (next.day !== undefined && isOfMonth(said)) return true;
  const goesBack = next.year !== undefined || (next.month !== undefined && said.year === undefined);
  return (goesBack && isOfMonth(said)) || said.after !== undefined || next.after !== undefined;
}

/** 今晚凌晨一点 is in the night; 明早上午九点 says the morning twice. */
function withBothParts(said: Said, { part, ...more }: Said): Said | undefined {
  const isSame = said.part === part;
  const isNight = ['evening', 'night'].includes(said.part ?? '') && ['dawn', 'night'].includes(part ?? '');
  if (!isSame && !isNight) return undefined;
  const { part: _part, ...rest } = said;
  const both = joined(rest, more);
  return both && { ...both, part: isSame ? (part ?? 'night') : 'night' };
}

/** Beside a date the day of the week says nothing new: 3月6日（周五）, 后天（周五）. */
const isDate = ({ of, day, repeat }: Said): boolean =>
  repeat === undefined && (of !== undefined || day?.kind === 'in');

const isWeekdayAlone = ({ day, weekdays, clock, part, repeat }: Said): boolean =>
  day?.kind === 'weekday' && (weekdays ?? clock ?? part ?? repeat) === undefined;

/** 两周后的周六: the Saturday of that week. */
function inThatWeek({ day }: Said, { day: weekday }: Said): Pick<Said, 'day'> {
  if (day?.kind !== 'in' || weekday?.kind !== 'weekday' || weekday.week !== undefined) return {};
  const { kind: _kind, weeks, ...finer } = day;
  return weeks === undefined || Object.keys(finer).length > 0 ? {} : { day: { ...weekday, week: weeks } };
}

function withoutDay({ day: _day, ...rest }: Said): Said {
  return rest;
}

type Rule = NonNullable<Said['repeat']>;

/** The days of a rule, which stand behind it: 每两周 and 周五, 每月 and 5号 and 20号, 每年 and 3月8日. */
function withRule(repeat: Rule, said: Said, next: Said): Said | undefined {
  const weekdays = weekdaysOf(next);
  if (weekdays !== undefined && repeat.every === 'week' && repeat.weekdays === undefined)
    return { ...said, repeat: { ...repeat, weekdays } };
  const { repeat: _repeat, ...before } = said;
  if (said.of !== undefined && next.of !== undefined && next.month === undefined)
    return withOneMore(repeat, before, said.of, next.of);
  const { of, month, months, year } = next;
  const isOfMonth = (of ?? month ?? months) !== undefined;
  const mayHaveMonths = repeat.every === 'month' || repeat.every === 'year';
  if (year !== undefined || (isOfMonth && !mayHaveMonths)) return undefined;
  const besides = isOfMonth ? withoutDay(before) : before;
  return contradict(besides, next) ? undefined : { ...said, ...next, repeat };
}

/** The days of the week that follow a rule; 周一三五 alone would be a rule. */
function weekdaysOf({ day, weekdays, repeat }: Said): Rule['weekdays'] {
  if (repeat?.every === 'week' && repeat.interval === undefined) return repeat.weekdays;
  return day?.kind === 'weekday' && day.week === undefined ? (weekdays ?? [day.weekday]) : undefined;
}

type OfMonth = NonNullable<Said['of']>;

/** One more day of the month: 5号和20号, 第二个周二和第四个周二. */
function withOneMore(repeat: Rule, said: Said, of: OfMonth, more: OfMonth): Said | undefined {
  if ('day' in of && 'day' in more)
    return { ...said, repeat: { ...repeat, monthDays: [...(repeat.monthDays ?? []), of.day] }, of: more };
  if ('nth' in of && 'nth' in more && of.weekday === more.weekday)
    return { ...said, repeat: { ...repeat, nth: [...(repeat.nth ?? []), of.nth] }, of: more };
  return undefined;
}
