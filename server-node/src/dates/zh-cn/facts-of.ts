import type { Facts, RepeatFact } from '../facts.ts';
import { dayOf } from './day-of.ts';
import { clockIn } from './hours.ts';
import type { Said } from './rule.ts';
import { WORKDAYS } from './words.ts';

/** What a row of expressions says together; undefined when it says no time, as 三月 alone. */
export function factsOf(said: Said): Facts | undefined {
  const { after, refused, weekdays } = said;
  if (refused !== undefined) return { refused };
  const repeat = repeatOf(said);
  const facts: Facts = {
    ...(repeat === undefined ? withDay(said) : { repeat, ...startOf(said) }),
    ...withClock(said, repeat !== undefined || said.day !== undefined || said.of !== undefined),
    ...(after !== undefined && { after }),
  };
  const isUnfinished = repeat === undefined && weekdays !== undefined && said.day === undefined;
  return isUnfinished || Object.keys(facts).length === 0 ? undefined : facts;
}

function withDay(said: Said): Facts {
  const day = said.day ?? dayOf(said);
  return day === undefined ? {} : { day };
}

function withClock({ part, clock }: Said, hasDay: boolean): Facts {
  if (clock === undefined) return part === undefined ? {} : { part };
  return { clock: part === undefined ? clock : clockIn(part, clock, hasDay) };
}

/** A rule, with the days that stand behind it: 每两周 + 周五, 每月 + 最后一天, 每年 + 3月8日. */
function repeatOf(said: Said): RepeatFact | undefined {
  const { repeat, weekdays, times } = said;
  if (repeat === undefined) {
    return weekdays !== undefined && isOfEachWeek(said) ? { every: 'week', weekdays } : undefined;
  }
  return { ...repeat, ...daysOfRule(repeat, said), ...(times !== undefined && { times }) };
}

/** 工作日九点 and 周一至周五九点 are said of each week; 下周一至周五 is not, nor is 周六日九点. */
const isOfEachWeek = ({ day, weekdays = [], clock, part }: Said): boolean =>
  (clock ?? part) !== undefined &&
  weekdays.length > 2 &&
  (day === undefined || (day.kind === 'weekday' && day.week === undefined));

function daysOfRule(repeat: RepeatFact, { weekdays, month, months: several, of }: Said): Partial<RepeatFact> {
  if (repeat.every === 'day' && weekdays !== undefined) return { every: 'week', weekdays };
  const months =
    several !== undefined
      ? { months: several }
      : month !== undefined && 'month' in month
        ? { months: [month.month] }
        : {};
  if (of === undefined) return months;
  if ('day' in of) return { ...months, monthDays: [...(repeat.monthDays ?? []), of.day] };
  const nth = [...(repeat.nth ?? []), of.nth];
  return of.weekday === 'workday'
    ? { ...months, weekdays: WORKDAYS, nth, asSet: true }
    : { ...months, weekdays: [of.weekday], nth };
}

/** The day from which a rule is counted: 从下周一起每天. */
function startOf({ repeat, weekdays, day }: Said): Facts {
  return day === undefined || weekdays !== undefined || repeat === undefined ? {} : { day };
}
