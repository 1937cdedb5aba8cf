import type { DayFact, RepeatFact, Weekday } from '../facts.ts';
import type { HowToRead } from '../language.ts';
import { matchAt, type Groups } from '../patterns.ts';
import { expressionAt, type Expression } from './expressions.ts';
import { itemsAt } from './repeats.ts';
import { blanks, WORD_ENDS } from './rule.ts';
import { DAYS_OF, NUMBER, numberOf } from './words.ts';

const sticky = (pattern: string): RegExp => new RegExp(`(?:${blanks(pattern)})`, 'uy');
const UNTIL = sticky(',? (?:until|till|til|through|thru|ending|up to)(?: on)? ');
const TIMES = sticky(`,? (?:for )?(?<times>${NUMBER}) times?${WORD_ENDS}`);
const FOR = sticky(
  `,? for (?:the next )?(?<count>${NUMBER}) (?<unit>days?|weeks?|months?|years?)${WORD_ENDS}`,
);
const THIS = sticky(`,? this (?<unit>week|month|year)${WORD_ENDS}`);
const EXCEPT = sticky(',? (?:except|excluding|but not)(?: for| on)? ');
const WEEKENDS = sticky(`(?:the )?weekends?${WORD_ENDS}`);
const LONGEST = 999;

/**
 * The end of a rule: `until Dec 31`, `5 times`, `for 2 weeks`.
 *
 * @param at where it may stand: behind the rule, or behind a time that belongs to it
 */
export function withEnd(line: string, rule: Expression, reading: HowToRead, at = rule.to): Expression {
  const { repeat } = rule.said.facts;
  if (repeat === undefined) return rule;
  const ended = (end: Partial<RepeatFact>, to: number): Expression => ({
    ...rule,
    to,
    said: { ...rule.said, facts: { ...rule.said.facts, repeat: { ...repeat, ...end } } },
  });
  const until = matchAt(UNTIL, line, at);
  const last = until && expressionAt(line, until.to, { ...reading, alone: false });
  if (last?.said.facts.day !== undefined && last.said.name === undefined)
    return ended({ until: last.said.facts.day }, last.to);
  const period = matchAt(THIS, line, at);
  if (period !== undefined) return ended({ until: endOf(period.groups['unit']) }, period.to);
  const except = exceptAt(line, at, repeat);
  if (except !== undefined) return ended({ every: 'week', weekdays: except.weekdays }, except.to);
  const times = matchAt(TIMES, line, at);
  if (times !== undefined) {
    const count = numberOf(times.groups['times'] ?? '');
    return count >= 1 && count <= LONGEST ? ended({ times: count }, times.to) : rule;
  }
  const span = matchAt(FOR, line, at);
  return span === undefined ? rule : ended(during(repeat, span.groups), span.to);
}

/** `Every day this week` */
const endOf = (unit = ''): DayFact =>
  unit === 'week'
    ? { kind: 'weekday', weekday: 7 }
    : unit === 'month'
      ? { kind: 'date', day: -1, months: 0 }
      : { kind: 'date', day: 31, month: 12, years: 0 };

/** `Every day except sunday`: the other days of the week. */
function exceptAt(
  line: string,
  at: number,
  { every, weekdays = EACH_DAY, interval = 1 }: RepeatFact,
): { weekdays: Weekday[]; to: number } | undefined {
  const except =
    interval === 1 && (every === 'day' || every === 'week') ? matchAt(EXCEPT, line, at) : undefined;
  if (except === undefined) return undefined;
  const weekends = matchAt(WEEKENDS, line, except.to);
  const items = weekends === undefined ? itemsAt(line, except.to) : undefined;
  const without = weekends === undefined ? items?.items.flatMap((item) => item.weekdays ?? []) : [6, 7];
  const left = weekdays.filter((weekday) => without?.includes(weekday) === false);
  const to = weekends?.to ?? items?.to;
  if (to === undefined || left.length === 0 || left.length === weekdays.length) return undefined;
  return { weekdays: left, to };
}

const EACH_DAY: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** "Every day for 5 days" are five; "every monday for 2 months" ends in two months. */
function during(repeat: RepeatFact, { count = '', unit = '' }: Groups): Partial<RepeatFact> {
  const number = numberOf(count);
  const isCounted = repeat.every === unit.replace(/s$/, '') && (repeat.interval ?? 1) === 1;
  const isOneEach = repeat.weekdays === undefined || repeat.weekdays.length === 1;
  if (isCounted && isOneEach) return { times: number };
  const [name] = DAYS_OF[unit] ?? ['days'];
  return { until: { kind: 'in', [name]: number } satisfies DayFact };
}
