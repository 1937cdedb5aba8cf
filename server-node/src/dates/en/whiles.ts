import { MINUTES_A_DAY } from '../../shared/time.ts';
import type { AfterFact, DayFact, Facts } from '../facts.ts';
import type { HowToRead } from '../language.ts';
import { anyOf, type Groups } from '../patterns.ts';
import { rule, type Rule, type Said } from './rule.ts';
import { DAYS_OF, MINUTES_OF, NUMBER, numberOf } from './words.ts';

const COUNT = anyOf(['\\d{1,3}[.,]\\d', NUMBER]);
const UNIT = anyOf([...Object.keys(MINUTES_OF), ...Object.keys(DAYS_OF)]);
/** 2 hours, half an hour, an hour and a half, 2h30, 1 day and 3 hours. */
const WHILE = [
  `(?<halves>half an? ?(?<halfUnit>hour|day)|half hour)`,
  `(?<quarter>a quarter of an hour|quarter of an hour)`,
  `(?<whole>${NUMBER}) and a half (?<wholeUnit>${UNIT})`,
  `(?<count>${COUNT}) ?(?<unit>${UNIT})(?: (?<more>and a half)|,? ?(?:and )?(?<second>\\d{1,2}) ?(?<secondUnit>${UNIT}))?`,
  `(?<hours>\\d{1,2})h(?<minutes>[0-5]\\d)`,
].join('|');

/** Lengths of time from now on. */
export const WHILE_RULES: readonly Rule[] = [
  rule(
    `(?:in|within|w/in)(?: (?:the )?next| about| around)? (?:(?:\\d{1,2}|a|one|two|three|four) ?(?:-|–|to|or) ?)?(?:${WHILE})(?:['’]?s?['’]? time)?(?: from now| or so| or two)?(?! (?:of|after|before|prior to) )`,
    whileOf,
  ),
  rule('(?:in|within) the(?: next)? hour', () => saying({ minutes: 60 })),
  rule(`(?:${WHILE}) (?:from now|from today|later)`, whileOf),
  rule(
    `(?:in|within|w/in) (?<days>${NUMBER}) (?:working|business|work) ?days?(?: time)?`,
    ({ days = '' }) => ({
      facts: { day: { kind: 'workday', days: numberOf(days) } },
    }),
  ),
  rule(`(?<days>${NUMBER}) (?:working|business|work) ?days? from now`, ({ days = '' }) => ({
    facts: { day: { kind: 'workday', days: numberOf(days) } },
  })),
  rule(`(?:${WHILE}) ago`, () => ({ facts: {}, name: true })),
  rule(WHILE, (groups, { alone }: HowToRead) => (alone ? whileOf(groups) : undefined)),
];

function whileOf(groups: Groups): Said | undefined {
  const { halves, halfUnit, quarter, whole, wholeUnit = '', count = '', unit = '', more } = groups;
  const { second, secondUnit = '', hours, minutes = '' } = groups;
  if (halves !== undefined) return saying({ minutes: halfUnit === 'day' ? 720 : 30 });
  if (quarter !== undefined) return saying({ minutes: 15 });
  if (hours !== undefined) return saying({ minutes: Number(hours) * 60 + Number(minutes) });
  if (whole !== undefined) return partOf(numberOf(whole) + 0.5, wholeUnit);
  const first = partOf(numberOf(count) + (more === undefined ? 0 : 0.5), unit);
  if (second === undefined || first === undefined) return first;
  const rest = partOf(Number(second), secondUnit);
  return rest && together(first, rest);
}

/** Whole days by the wall clock; what is less than a day, by the watch. */
function partOf(count: number, word: string): Said | undefined {
  const minutes = MINUTES_OF[word];
  if (minutes !== undefined) return saying({ minutes: Math.round(count * minutes) });
  const [unit, times] = DAYS_OF[word] ?? ['days', 1];
  const units = count * times;
  if (Number.isInteger(units)) return { facts: { day: { kind: 'in', [unit]: units } } };
  if (unit === 'weeks') return { facts: { day: { kind: 'in', days: Math.round(units * 7) } } };
  if (unit === 'years') return { facts: { day: { kind: 'in', months: Math.round(units * 12) } } };
  return unit === 'days' ? saying({ minutes: Math.round(units * MINUTES_A_DAY) }) : undefined;
}

const saying = (after: AfterFact): Said => ({ facts: { after } });

/** "2 hours and 15 minutes", "1 week 2 days": nothing else goes together. */
function together(one: Said, other: Said): Said | undefined {
  const after = (one.facts.after?.minutes ?? 0) + (other.facts.after?.minutes ?? 0);
  const days = [one.facts.day, other.facts.day].filter((fact): fact is DayFact => fact !== undefined);
  const facts: Facts = {
    ...(days.length > 0 && { day: Object.assign({}, ...days) as DayFact }),
    ...(after > 0 && { after: { minutes: after } }),
  };
  return { facts };
}
