import type { WeekdayName } from '../../contract/vocabulary.ts';
import type { RepeatFact, Weekday } from '../facts.ts';
import { FREQUENCY, partsOf, weekdayNamed } from '../recurrence/rule-text.ts';

/** An RRULE taken apart, as far as there are words for it. */
export interface RuleParts {
  every: RepeatFact['every'];
  interval: number;
  /** `nth`: which of them in its month, -1 the last. */
  weekdays: readonly { weekday: Weekday; nth?: number }[];
  /** Which of all `weekdays` together: the last of Monday to Friday is the last workday. */
  position: number | undefined;
  monthDays: readonly number[];
  months: readonly number[];
  count: number | undefined;
  /** `2026-12-31`. */
  until: string | undefined;
}

const EVERY = new Map(
  Object.entries(FREQUENCY).map(([every, name]) => [name as string, every as RepeatFact['every']]),
);
const KNOWN = /^(?:FREQ|INTERVAL|BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|COUNT|UNTIL|WKST)$/;

/** Undefined for a rule with parts that only programs write, such as BYWEEKNO. */
export function rulePartsOf(rule: string): RuleParts | undefined {
  const parts = partsOf(rule);
  const every = EVERY.get(parts.get('FREQ') ?? '');
  if (every === undefined || ![...parts.keys()].every((name) => KNOWN.test(name))) return undefined;
  const numbers = (name: string) => listOf(parts.get(name)).map(Number);
  const until = /^(\d{4})(\d\d)(\d\d)/.exec(parts.get('UNTIL') ?? '');
  return {
    every,
    interval: numbers('INTERVAL')[0] ?? 1,
    weekdays: listOf(parts.get('BYDAY')).map(weekdayOf),
    position: numbers('BYSETPOS')[0],
    monthDays: numbers('BYMONTHDAY'),
    months: numbers('BYMONTH'),
    count: numbers('COUNT')[0],
    until: until === null ? undefined : until.slice(1).join('-'),
  };
}

const listOf = (list: string | undefined): string[] => (list === undefined ? [] : list.split(','));

function weekdayOf(code: string): RuleParts['weekdays'][number] {
  const weekday = weekdayNamed(code.slice(-2) as WeekdayName);
  return code.length > 2 ? { weekday, nth: Number(code.slice(0, -2)) } : { weekday };
}

/** Monday to Friday. */
export const areWorkdays = ({ weekdays }: RuleParts): boolean =>
  weekdays.map(({ weekday }) => weekday).join() === '1,2,3,4,5';
