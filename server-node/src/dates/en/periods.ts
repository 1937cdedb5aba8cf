import type { DayFact } from '../facts.ts';
import type { Expression } from './expressions.ts';
import type { Period } from './rule.ts';

/** Joins a week, month or year with the day in it, on either side: `next month on the 3rd`, `march 3 next year`. */
export function withPeriods(
  all: readonly Expression[],
  isBeside: (one: Expression, other: Expression) => boolean,
): Expression[] {
  const whole: Expression[] = [];
  for (const one of all) {
    const before = whole.at(-1);
    const day = before && isBeside(one, before) ? dayInPeriod(before, one) : undefined;
    if (before !== undefined && day !== undefined)
      whole.splice(-1, 1, { from: before.from, to: one.to, said: { facts: { day } } });
    else whole.push(one);
  }
  return whole;
}

function dayInPeriod(one: Expression, other: Expression): DayFact | undefined {
  const [first, second] = [periodOf(one), periodOf(other)];
  const [period, day] = first === undefined ? [second, one.said.facts.day] : [first, other.said.facts.day];
  return period === undefined || day === undefined ? undefined : narrowed(period, day);
}

/** `In 2 weeks` is a period, too, where a day of the week stands beside it. */
function periodOf({ said }: Expression): Period | undefined {
  const { day } = said.facts;
  if (said.period !== undefined || day?.kind !== 'in') return said.period;
  const { kind: _kind, weeks, months, ...finer } = day;
  if (Object.keys(finer).length > 0 || (weeks !== undefined && months !== undefined)) return undefined;
  return weeks !== undefined ? { weeks } : months !== undefined ? { months } : undefined;
}

function narrowed(period: Period, day: DayFact): DayFact | undefined {
  if (day.kind === 'weekday')
    return 'weeks' in period && day.week === undefined && day.later === undefined && day.others === undefined
      ? { ...day, week: period.weeks }
      : undefined;
  if (day.kind !== 'date' && day.kind !== 'nth') return undefined;
  if (day.year !== undefined || day.years !== undefined || day.months !== undefined) return undefined;
  if ('months' in period) return day.month === undefined ? { ...day, ...period } : undefined;
  return 'years' in period && day.month !== undefined ? { ...day, ...period } : undefined;
}
