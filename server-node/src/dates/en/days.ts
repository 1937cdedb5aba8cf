import type { DayFact, PartOfDay } from '../facts.ts';
import type { Groups } from '../patterns.ts';
import { weekdaysFrom } from './repeats.ts';
import { day, inPeriod, rule, type Rule, type Said } from './rule.ts';
import {
  BEHIND_A_DAY,
  MONTH,
  NUMBER,
  numberOf,
  partOf,
  PART,
  TOMORROW,
  WEEKDAY,
  weekdayOf,
  WEEKDAYS_WITH_OTHER_MEANINGS,
} from './words.ts';

const inDays = (days: number): DayFact => ({ kind: 'in', days });
const weekend = (week: number): DayFact => ({ kind: 'weekend', week });
const WEEKEND = '(?:week-?end|wk-?nd|w/end)';
/** What is moved from one day to another is due on neither. */
const MOVED = '(?:mov|reschedul|postpon|push|shift|chang|delay|defer|bump)\\p{L}{0,3} [^.!?\\n]{0,60}';
const NEXT = '(?:next|nxt)';
const MONDAY = 1;
const WEDNESDAY = 3;
const FRIDAY = 5;
const SUNDAY = 7;

/** Behind a day: `tomorrow am`, `friday eve`. */
const HALVES: Readonly<Record<string, PartOfDay>> = {
  am: 'morning',
  pm: 'afternoon',
  aft: 'afternoon',
  eve: 'evening',
};

/** Days by their names. `next friday` is the Friday of the next week, `friday` and `this friday` the coming one. */
export const DAY_RULES: readonly Rule[] = [
  rule(
    `(?<first>${WEEKDAY}) ?(?:-|–|to|through|thru) ?(?<last>${WEEKDAY})(?=,? (?:at |@ ?)?\\d{1,2}(?::\\d\\d| ?[ap]m\\b|$| ))`,
    (said) => ({
      facts: { repeat: { every: 'week', weekdays: weekdaysBetween(said) } },
    }),
  ),
  rule(
    `(?<=\\d(?::\\d\\d| ?[ap]m),? )(?<first>${WEEKDAY}) ?(?:-|–|to|through|thru) ?(?<last>${WEEKDAY})`,
    (said) => ({
      facts: { repeat: { every: 'week', weekdays: weekdaysBetween(said) } },
    }),
  ),
  rule('(?:later )?(?:today|tdy|2day)', () => day(inDays(0))),
  rule(TOMORROW, () => day(inDays(1))),
  rule('(?<=\\d ?[ap]m )tom', () => day(inDays(1))),
  rule(`(?:the )?end of ${TOMORROW}`, () => day(inDays(1))),
  rule(`${TOMORROW} or the day after`, () => ({ ...day(inDays(1)), otherDay: inDays(2) })),
  rule('midnight tonight|tonight at midnight', () => ({ facts: { part: 'midnight' } })),
  rule(`(?:the )?day after (?:tomorrow|tmrw)|overmorrow`, () => day(inDays(2))),
  rule('yesterday', (_groups, { alone }) => (alone ? day(inDays(-1)) : { facts: {}, name: true })),
  rule('tonight|tonite|2nite', () => ({ facts: { day: inDays(0), part: 'evening' } })),
  rule(`(?:later )?this (?<part>${PART})`, ({ part = '' }) => ({
    facts: { day: inDays(0), part: partOf(part) },
  })),
  rule(`(?:in the|at) (?<part>${PART})`, ({ part = '' }) => ({
    facts: { part: partOf(part) },
    needs: 'end',
  })),
  rule(`(?:first thing )?in the morning`, () => ({ facts: { part: 'morning' } })),
  rule(`${BEHIND_A_DAY}(?<half>am|pm|aft|eve)`, ({ half = '' }) => ({
    facts: { part: HALVES[half] ?? 'evening' },
    needs: 'company',
  })),
  rule('early|(?:early )?first thing', () => ({ facts: { part: 'morning' }, needs: 'company' })),
  rule('late', () => ({ facts: {}, needs: 'company' })),
  rule(`(?:early|late) (?<part>${PART})`, ({ part = '' }) => ({
    facts: { part: partOf(part) },
    needs: 'company',
  })),
  rule(`(?<part>${PART})`, ({ part = '' }) => ({
    facts: { part: partOf(part) },
    needs: 'behind',
  })),
  rule(
    `(?:(?<which>this coming|the coming|coming|${NEXT}|this) )?(?<weekday>${WEEKDAY})(?:\\.(?=,? (?:\\d|at |@|${MONTH})))?(?<next>(?: of)? (?:${NEXT}|this) (?:week|wk))?`,
    ({ which = '', weekday = '', next = '' }) => ofWeekday(`${which}${next}`, weekday),
  ),
  rule(`(?:last|this past|past) (?<weekday>${WEEKDAY})`, ({ weekday = '' }, { alone }) =>
    alone ? day({ kind: 'weekday', weekday: weekdayOf(weekday), week: -1 }) : { facts: {}, name: true },
  ),
  rule(`(?<weekday>${WEEKDAY}) ?(?:-|–|to|through|thru) ?${WEEKDAY}`, ({ weekday = '' }) =>
    day({ kind: 'weekday', weekday: weekdayOf(weekday) }, 'end'),
  ),
  rule(`(?<list>${WEEKDAY}(?:(?: ?[,/&+] ?| and |, and | )${WEEKDAY}){1,6})`, ({ list = '' }) =>
    ofList(list.match(new RegExp(WEEKDAY, 'g')) ?? []),
  ),
  rule(`(?<count>${NUMBER}) weeks? (?<when>today|${TOMORROW})`, ({ count = '', when = '' }) =>
    day({ kind: 'in', ...(/^today$/.test(when) ? {} : { days: 1 }), weeks: numberOf(count) }),
  ),
  rule(`(?<when>today|${TOMORROW}) week`, ({ when = '' }) =>
    day({ kind: 'in', ...(/^today$/.test(when) ? {} : { days: 1 }), weeks: 1 }, 'end'),
  ),
  rule(`(?<count>${NUMBER}) (?<weekday>${WEEKDAY})s? from (?:now|today)`, ({ count = '', weekday = '' }) =>
    weeksLater(weekday, Math.max(0, numberOf(count) - 1)),
  ),
  rule(
    `(?:between (?<first>${WEEKDAY}) and|from(?<!${MOVED}from) (?<from>${WEEKDAY}) (?:to|until|till|through)) ${WEEKDAY}`,
    ({ first, from }) => day({ kind: 'weekday', weekday: weekdayOf(first ?? from ?? '') }),
  ),
  rule(`(?<weekday>${WEEKDAY}) week`, ({ weekday = '' }) => weeksLater(weekday, 1)),
  rule(
    `(?<count>${NUMBER}) weeks? (?:from|on|after) (?:this )?(?<weekday>${WEEKDAY})`,
    ({ count = '', weekday = '' }) => weeksLater(weekday, numberOf(count)),
  ),
  rule(`(?<count>${NUMBER}) weeks? (?:from|after) ${TOMORROW}`, ({ count = '' }) =>
    day({ kind: 'in', days: 1, weeks: numberOf(count) }),
  ),
  rule(WEEKEND, () => day(weekend(0), 'particle')),
  rule(`this ${WEEKEND}|(?:over|at|on|by|before) the ${WEEKEND}`, () => day(weekend(0))),
  rule(`next ${WEEKEND}`, () => day(weekend(1))),
  rule(`(?:later )?this (?:week|wk)`, () => day({ kind: 'weekday', weekday: SUNDAY }, 'edge')),
  rule(`(?:of )?${NEXT} (?:week|wk)`, () =>
    inPeriod({ weeks: 1 }, day({ kind: 'weekday', weekday: MONDAY, week: 1 }, 'edge')),
  ),
  rule('(?:of )?(?:the )?week after next', () =>
    inPeriod({ weeks: 2 }, day({ kind: 'weekday', weekday: MONDAY, week: 2 }, 'edge')),
  ),
  rule('(?:of )?this month', () =>
    inPeriod({ months: 0 }, day({ kind: 'date', day: -1, months: 0 }, 'edge')),
  ),
  rule(`(?:of )?${NEXT} month`, () =>
    inPeriod({ months: 1 }, day({ kind: 'date', day: 1, months: 1 }, 'edge')),
  ),
  rule('(?:of )?this year', () =>
    inPeriod({ years: 0 }, day({ kind: 'date', day: 31, month: 12, years: 0 }, 'edge')),
  ),
  rule('(?:of )?next year', () =>
    inPeriod({ years: 1 }, day({ kind: 'date', day: 1, month: 1, years: 1 }, 'edge')),
  ),
  rule('this quarter', () => day({ kind: 'quarter', quarters: 0, day: -1 }, 'edge')),
  rule('next quarter', () => day({ kind: 'quarter', quarters: 1, day: 1 }, 'edge')),
  rule('(?:the )?next (?:working|business|work) ?day|next weekday', () => day({ kind: 'workday', days: 1 })),
  rule(
    'eod|cob|close of business|(?:the )?end of (?:the )?(?:(?:business )?day|business|today)|(?:end|close) of play|close of day|eob',
    () => ({
      ...day(inDays(0), 'end'),
      isOfOtherDay: true,
    }),
  ),
  rule('eow|(?:the )?end of (?:the|this) week|end of week', () => day({ kind: 'weekday', weekday: FRIDAY })),
  rule(`(?:the )?end of ${NEXT} (?:week|wk)`, () => day({ kind: 'weekday', weekday: FRIDAY, week: 1 })),
  rule(`(?:early|the (?:start|beginning) of|start of|beginning of) ${NEXT} (?:week|wk)`, () =>
    day({ kind: 'weekday', weekday: MONDAY, week: 1 }),
  ),
  rule('(?:mid[- ]?|(?:the )?middle of )(?:the )?week', () =>
    day({ kind: 'weekday', weekday: WEDNESDAY }, 'end'),
  ),
  rule(`(?:mid[- ]?|(?:the )?middle of )${NEXT} (?:week|wk)`, () =>
    day({ kind: 'weekday', weekday: WEDNESDAY, week: 1 }),
  ),
  rule(`late(?:r)? ${NEXT} (?:week|wk)`, () => day({ kind: 'weekday', weekday: FRIDAY, week: 1 })),
  rule('late(?:r)? in the week', () => day({ kind: 'weekday', weekday: FRIDAY })),
];

const weeksLater = (word: string, later: number): Said =>
  day({ kind: 'weekday', weekday: weekdayOf(word), later });

function ofWeekday(which: string, word: string): Said {
  const isNext = /ne?xt/.test(which);
  const fact: DayFact = { kind: 'weekday', weekday: weekdayOf(word), ...(isNext && { week: 1 }) };
  const isOther = which === '' && WEEKDAYS_WITH_OTHER_MEANINGS.includes(word);
  return day(fact, isOther ? 'edge' : undefined);
}

/** `Monday to friday at 10` is said of each week, without a time of this one. */
const weekdaysBetween = ({ first = '', last = '' }: Groups) =>
  weekdaysFrom(weekdayOf(first), weekdayOf(last));

/** Of two days the next to come is meant; three and more are those of each week. */
function ofList(words: readonly string[]): Said {
  const weekdays = words.map(weekdayOf);
  const [first = MONDAY, ...others] = weekdays;
  if (words.length > 2) return { facts: { repeat: { every: 'week', weekdays } }, needs: 'end' };
  return day({ kind: 'weekday', weekday: first, others }, 'end');
}
