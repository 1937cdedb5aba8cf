import type { DayFact, PartOfDay, RepeatFact, Weekday } from '../facts.ts';
import { anyOf, matchAt, type Groups } from '../patterns.ts';
import { blanks, WORD_ENDS } from './rule.ts';
import {
  MONTH,
  monthOf,
  NUMBER,
  numberOf,
  ORDINAL,
  PART,
  partOf,
  WEEKDAY,
  weekdayOf,
  WORKDAYS,
} from './words.ts';

/** A rule, the part of day that is said with it, and where its words end. */
export interface RuleSaid {
  repeat?: RepeatFact;
  part?: PartOfDay;
  refused?: 'too_often' | 'no_such_day';
  to: number;
}

const sticky = (pattern: string): RegExp => new RegExp(`(?:${blanks(pattern)})${WORD_ENDS}`, 'uy');
const WORKDAY = '(?:week ?day|work ?day|(?:working|business|work) day)s?';

const EVERY = /(?:once {1,3})?(?:every|each)(?<done>!)?(?: {1,3}single)? {1,3}/uy;
const OFTEN = sticky(
  `(?:${NUMBER} )?(?:seconds?(?! (?:day|week|month|year|quarter|${WEEKDAY}))|secs?|minutes?|mins?|hours?|hrs?)|half(?: an)? hour|few (?:minutes|hours)|${NUMBER} ?(?:h|m|min)`,
);
const UNIT = sticky(
  `(?:(?<other>other|alternate|second)|(?<nth>\\d{1,3})(?:st|nd|rd|th)|(?<third>third|fourth|fifth|sixth)|(?<count>${NUMBER}))? ?(?<unit>days?|weeks?|fortnights?|months?|quarters?|years?|yrs?|wks?|mths?|mos?|${WORKDAY}|weekends?|${PART}s?)`,
);
const OTHER = sticky(`(?:other|alternate|second)(?= (?:the )?${WEEKDAY}s?(?!\\p{L}))`);
const ITEM = sticky(
  [
    `(?:on )?(?<workdays>weekdays|workdays)`,
    `(?<first>${WEEKDAY})s? ?(?:-|–|to|through|thru) ?(?<last>${WEEKDAY})s?`,
    `(?:the |on |on the )?(?:(?<nth>(?!second)${ORDINAL}|(?:the |on the )second|second(?= ${WEEKDAY} (?:of|in) (?:each|every|the) )|\\d(?:st|nd|rd|th) last|second last) )?(?<weekday>${WEEKDAY})s?`,
    `(?:the |on the )?(?<set>\\d(?:st|nd|rd|th) last|second last|${ORDINAL}) ${WORKDAY}`,
    `(?:the |on the |on )?(?:(?<month>${MONTH})\\.? (?:the )?(?:(?<day>\\d{1,2})(?!\\d| times?)(?:st|nd|rd|th)?|(?<end>last day)))`,
    `(?:the |on the |on )?(?<dayOf>\\d{1,2}(?:st|nd|rd|th)?|${ORDINAL}) (?:of )?(?<monthOf>${MONTH})`,
    `(?:the |on the |on )?(?<monthDay>\\d(?:st|nd|rd|th) last|second last|${ORDINAL})(?: days?)?`,
    `(?<only>${MONTH})`,
  ].join('|'),
);
const BETWEEN = / ?(?:,? {1,2}(?:and|or) {1,3}|, ?|& ?|\/|\+ ?| {1,2}(?=(?:mon|tue|wed|thu|fri|sat|sun)))/uy;
const OF_MONTH = / {1,3}(?:(?:of|in) {1,3})(?:(?:the|each|every|a) {1,3})?month(?![\p{L}\p{N}])/uy;
const OF_MONTHS = / {1,3}(?:of|in) {1,3}(?:(?:each|every) {1,3})?/uy;
const OF_EACH =
  / {1,3}(?:of|in) {1,3}(?:each|every) {1,3}(?<unit>month|quarter|year)(?![\p{L}\p{N}])|(?<word> {1,3}monthly)(?![\p{L}\p{N}])/uy;
const ON = /,? {1,3}(?:(?:on|in) {1,3})?(?=\p{L}|\d)/uy;
const ALTERNATE = /(?:on {1,3})?alternat(?:e|ing) {1,3}/uy;
const ENDS = sticky(
  '(?:at )?(?:the )?(?:(?<end>end)|start|beginning) of (?:every|each) month|(?:every|each) (?:(?<last>month[- ]?end|end of (?:the )?month)|(?:start|beginning) of (?:the )?month)',
);
const WITH_PART = sticky(` (?:in the )?(?<part>${PART})s?`);
const MONTH_ITEM = sticky(`(?<month>${MONTH})`);
const MOST_ITEMS = 12;

const ADVERBS: Readonly<Record<string, RepeatFact>> = {
  daily: { every: 'day' },
  everyday: { every: 'day' },
  nightly: { every: 'day' },
  weekly: { every: 'week' },
  biweekly: { every: 'week', interval: 2 },
  'bi-weekly': { every: 'week', interval: 2 },
  fortnightly: { every: 'week', interval: 2 },
  monthly: { every: 'month' },
  bimonthly: { every: 'month', interval: 2 },
  quarterly: { every: 'month', interval: 3 },
  yearly: { every: 'year' },
  annually: { every: 'year' },
  'half-yearly': { every: 'month', interval: 6 },
  'half yearly': { every: 'month', interval: 6 },
  'once a day': { every: 'day' },
  'once a week': { every: 'week' },
  'once a fortnight': { every: 'week', interval: 2 },
  'once a month': { every: 'month' },
  'once a quarter': { every: 'month', interval: 3 },
  'once a year': { every: 'year' },
};
const ADVERB = sticky(`(?<adverb>${anyOf(Object.keys(ADVERBS)).replaceAll('once a ', 'once (?:a|per) ')})`);
const HOURLY = sticky('hourly');
const PLURAL = sticky(
  `(?:on )?(?<short>m-f|mwf|m/w/f|tth|t/th)|(?:on )?(?:(?<weekday>${WEEKDAY})|(?<ofSet>weekday|weekend)) (?<parts>mornings|afternoons|evenings|nights)|(?:on )?(?<set>weekdays|workdays|weekends)|(?:on )?(?<days>(?:mon|tues|wednes|thurs|fri|satur|sun)days)`,
);

/** A rule that begins at `from`: `every 2 weeks on monday`, `on the 27th of each month`, `weekly on sundays`, `mondays`. */
export function ruleAt(line: string, from: number): (RuleSaid & { isAdverb?: true }) | undefined {
  const ends = matchAt(ENDS, line, from);
  if (ends !== undefined) {
    const monthDays = [(ends.groups['end'] ?? ends.groups['last']) === undefined ? 1 : -1];
    return { repeat: { every: 'month', monthDays }, to: ends.to };
  }
  const every = matchAt(EVERY, line, from);
  if (every !== undefined) {
    const said = behindEvery(line, every.to);
    return said && withPart(line, withDone(said, every.groups['done'] !== undefined));
  }
  const adverb = matchAt(ADVERB, line, from);
  if (adverb !== undefined) {
    const words = (adverb.groups['adverb'] ?? '').replace(/ +/g, ' ');
    const repeat = ADVERBS[words.replace('once per', 'once a')];
    return repeat && { ...withDays(line, repeat, adverb.to), isAdverb: true };
  }
  const hourly = matchAt(HOURLY, line, from);
  if (hourly !== undefined) return { refused: 'too_often', to: hourly.to, isAdverb: true };
  const alternate = matchAt(ALTERNATE, line, from);
  if (alternate !== undefined) return otherAt(line, alternate.to);
  return pluralAt(line, from) ?? ofEachAt(line, from);
}

const withDone = (said: RuleSaid, isFromDone: boolean): RuleSaid =>
  isFromDone && said.repeat !== undefined ? { ...said, repeat: { ...said.repeat, fromDone: true } } : said;

function withPart(line: string, said: RuleSaid): RuleSaid {
  const part = said.part === undefined ? matchAt(WITH_PART, line, said.to) : undefined;
  return part === undefined ? said : { ...said, part: partOf(part.groups['part'] ?? ''), to: part.to };
}

function behindEvery(line: string, at: number): RuleSaid | undefined {
  const other = matchAt(OTHER, line, at);
  const often = other === undefined ? matchAt(OFTEN, line, at) : undefined;
  if (often !== undefined) return { refused: 'too_often', to: often.to };
  if (other !== undefined) {
    const days = weekdaysAt(line, other.to + 1);
    if (days === undefined) return undefined;
    const { weekdays, to } = days;
    const isOfMonth = /second/.test(line.slice(at, other.to)) && matchAt(OF_MONTH, line, to);
    if (isOfMonth) return { repeat: { every: 'month', weekdays, nth: [2] }, to: isOfMonth.to };
    return { repeat: { every: 'week', interval: 2, weekdays }, to };
  }
  const unit = matchAt(UNIT, line, at);
  const items = itemsAt(line, at);
  if (unit === undefined || (items !== undefined && items.to > unit.to)) return items && ofItems(line, items);
  return ofUnit(line, unit.groups, unit.to) ?? (items && ofItems(line, items));
}

const PERIODS = sticky('(?<unit>days?|weeks?|months?|years?)');

/** Behind `alternate`: weeks, or days of them. */
function otherAt(line: string, at: number): RuleSaid | undefined {
  const period = matchAt(PERIODS, line, at);
  const every = period?.groups['unit']?.replace(/s$/, '') as RepeatFact['every'] | undefined;
  if (period !== undefined && every !== undefined) return { repeat: { every, interval: 2 }, to: period.to };
  const days = weekdaysAt(line, at);
  return days && { repeat: { every: 'week', interval: 2, weekdays: days.weekdays }, to: days.to };
}

const PERIOD_OF: Readonly<Record<string, readonly [every: RepeatFact['every'], times: number]>> = {
  day: ['day', 1],
  week: ['week', 1],
  wk: ['week', 1],
  fortnight: ['week', 2],
  month: ['month', 1],
  mth: ['month', 1],
  mo: ['month', 1],
  quarter: ['month', 3],
  year: ['year', 1],
  yr: ['year', 1],
};

function ofUnit(
  line: string,
  { other, nth, third, count, unit: word = '' }: Groups,
  to: number,
): RuleSaid | undefined {
  const number = other !== undefined ? 2 : numberOf(nth ?? third ?? count ?? '1');
  if (word.startsWith('weekend')) return { repeat: rule('week', number, { weekdays: [6] }), to };
  if (/^(?:week ?day|work|business)/.test(word))
    return number === 1 && nth === undefined
      ? { repeat: { every: 'week', weekdays: WORKDAYS }, to }
      : undefined;
  const [every, times] = PERIOD_OF[word.replace(/s$/, '')] ?? [];
  if (every !== undefined && times !== undefined) return withDays(line, rule(every, times * number), to);
  return { repeat: rule('day', number), part: partOf(word.replace(/s$/, '')), to };
}

const rule = (every: RepeatFact['every'], interval: number, more?: Partial<RepeatFact>): RepeatFact => ({
  every,
  ...(interval !== 1 && { interval }),
  ...more,
});

/** `every 2 weeks` + `on monday`, `every month` + `on the 1st and the 15th`, `every year` + `on march 3`. */
function withDays(line: string, repeat: RepeatFact, to: number): RuleSaid {
  const on = matchAt(ON, line, to);
  const items = on && itemsAt(line, on.to);
  const days = items && daysOf(items.items);
  if (items === undefined || days === undefined) return { repeat, to };
  if (days.every === 'week' && (repeat.every === 'week' || repeat.every === 'day')) {
    return { repeat: { ...repeat, ...days, every: 'week' }, to: items.to };
  }
  const isOfMonth = days.every === 'month' && (repeat.every === 'month' || repeat.every === 'year');
  if (isOfMonth && repeat.every === 'month') {
    const end = matchAt(OF_MONTH, line, items.to)?.to ?? items.to;
    return { repeat: { ...repeat, ...days, every: 'month' }, to: end };
  }
  if (isOfMonth) return ofMonths(line, { ...repeat, ...days, every: 'year' }, items.to) ?? { repeat, to };
  if (days.every === 'year' && repeat.every === 'year')
    return { repeat: { ...repeat, ...days }, to: items.to };
  return { repeat, to };
}

function ofItems(line: string, { items, to }: Items): RuleSaid | undefined {
  const days = daysOf(items);
  if (days === undefined) return undefined;
  if (days.every !== 'month') return { repeat: days, to };
  const month = matchAt(OF_MONTH, line, to);
  if (month !== undefined) return { repeat: days, to: month.to };
  return ofMonths(line, { ...days, every: 'year' }, to) ?? { repeat: days, to };
}

/** `the 3rd sunday` + `of june`. */
function ofMonths(line: string, repeat: RepeatFact, to: number): RuleSaid | undefined {
  const of = matchAt(OF_MONTHS, line, to);
  const months: number[] = [];
  let at = of?.to;
  let end = to;
  while (at !== undefined && months.length < MOST_ITEMS) {
    const item = matchAt(MONTH_ITEM, line, at);
    if (item === undefined) break;
    months.push(monthOf(item.groups['month'] ?? ''));
    end = item.to;
    at = matchAt(BETWEEN, line, end)?.to;
  }
  return months.length === 0 ? undefined : { repeat: { ...repeat, months }, to: end };
}

const SHORT: Readonly<Record<string, readonly Weekday[]>> = {
  'm-f': WORKDAYS,
  mwf: [1, 3, 5],
  'm/w/f': [1, 3, 5],
  tth: [2, 4],
  't/th': [2, 4],
};

function pluralAt(line: string, from: number): (RuleSaid & { isAdverb?: true }) | undefined {
  const plural = matchAt(PLURAL, line, from);
  if (plural === undefined) return undefined;
  const { short, set, ofSet, days = '', weekday, parts = '' } = plural.groups;
  if (short !== undefined)
    return {
      repeat: { every: 'week', weekdays: SHORT[short] ?? WORKDAYS },
      to: plural.to,
      isAdverb: true,
    };
  if (ofSet !== undefined) {
    const weekdays: readonly Weekday[] = ofSet === 'weekend' ? [6, 7] : WORKDAYS;
    return { repeat: { every: 'week', weekdays }, part: partOf(parts.slice(0, -1)), to: plural.to };
  }
  if (weekday !== undefined) {
    const repeat: RepeatFact = { every: 'week', weekdays: [weekdayOf(weekday)] };
    return { repeat, part: partOf(parts.slice(0, -1)), to: plural.to };
  }
  if (set !== undefined) {
    const weekdays: readonly Weekday[] = set === 'weekends' ? [6] : WORKDAYS;
    return { repeat: { every: 'week', weekdays }, to: plural.to };
  }
  const found = weekdaysAt(line, plural.to - days.length);
  return found && { repeat: { every: 'week', weekdays: found.weekdays }, to: found.to };
}

/** `the 27th of each month`, `first monday of every month`. */
function ofEachAt(line: string, from: number): RuleSaid | undefined {
  const items = itemsAt(line, from);
  const each = items && matchAt(OF_EACH, line, items.to);
  const days = items && each && daysOf(items.items);
  if (each === undefined || days?.every !== 'month') return undefined;
  if (each.groups['unit'] === 'year') return undefined;
  return {
    repeat: each.groups['unit'] === 'quarter' ? { ...days, interval: 3 } : days,
    to: each.to,
  };
}

export interface Item {
  weekdays?: readonly Weekday[];
  nth?: number;
  asSet?: true;
  monthDay?: number;
  month?: number;
}

export interface Items {
  items: Item[];
  to: number;
}

export function itemsAt(line: string, from: number): Items | undefined {
  const items: Item[] = [];
  let at: number | undefined = from;
  let to = from;
  while (at !== undefined && items.length < MOST_ITEMS) {
    const match = matchAt(ITEM, line, at);
    const item = match && itemOf(match.groups);
    if (match === undefined || item === undefined) break;
    if (items.length > 0 && kindOf(items[0]) !== kindOf(item)) break;
    items.push(item);
    to = match.to;
    at = matchAt(BETWEEN, line, to)?.to;
  }
  return items.length === 0 ? undefined : { items, to };
}

/** Days of each week, at least one. */
function weekdaysAt(line: string, from: number): { weekdays: Weekday[]; to: number } | undefined {
  const found = itemsAt(line, from);
  const weekdays =
    found?.items.flatMap((item) => (item.nth === undefined ? (item.weekdays ?? []) : [])) ?? [];
  return found === undefined || weekdays.length === 0 ? undefined : { weekdays, to: found.to };
}

const kindOf = (item: Item | undefined): string =>
  [item?.weekdays !== undefined, item?.nth !== undefined, item?.month !== undefined].join();

function itemOf(groups: Groups): Item | undefined {
  if (groups['workdays'] !== undefined) return { weekdays: WORKDAYS };
  const { first, last = '', nth, weekday, set, month, day, dayOf, monthOf: of = '', monthDay, only } = groups;
  if (first !== undefined) return { weekdays: weekdaysFrom(weekdayOf(first), weekdayOf(last)) };
  if (weekday !== undefined)
    return { weekdays: [weekdayOf(weekday)], ...(nth !== undefined && { nth: ordinalOf(nth) }) };
  if (set !== undefined) return { weekdays: WORKDAYS, nth: ordinalOf(set), asSet: true };
  if (month !== undefined) return { month: monthOf(month), monthDay: day === undefined ? -1 : Number(day) };
  if (dayOf !== undefined) return { month: monthOf(of), monthDay: ordinalOf(dayOf) };
  if (monthDay !== undefined) return { monthDay: ordinalOf(monthDay) };
  return only === undefined ? undefined : { month: monthOf(only) };
}

/** `2nd last` is -2. */
function ordinalOf(words: string): number {
  const [first = '', second] = words.replace(/^(?:on )?the /, '').split(/ +/);
  return second === 'last' ? -numberOf(first) : numberOf(first);
}

export function weekdaysFrom(first: Weekday, last: Weekday): Weekday[] {
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, count) => (((first - 1 + count) % 7) + 1) as Weekday);
}

function daysOf(items: readonly Item[]): RepeatFact | undefined {
  const [one] = items;
  const weekdays = items.flatMap((item) => item.weekdays ?? []);
  const nth = items.flatMap((item) => item.nth ?? []);
  const months = items.flatMap((item) => item.month ?? []);
  const monthDays = items.flatMap((item) => item.monthDay ?? []);
  if (nth.some((which) => which === 0 || Math.abs(which) > 5) && one?.asSet === undefined) return undefined;
  if (weekdays.length > 0 && nth.length === 0) return { every: 'week', weekdays };
  if (weekdays.length > 0) return { every: 'month', weekdays, nth, ...(one?.asSet && { asSet: true }) };
  if (months.length > 0) return { every: 'year', months, ...(monthDays.length > 0 && { monthDays }) };
  return { every: 'month', monthDays };
}

/** `The second sunday of may every year`, `the first monday, monthly`. */
function completedByNth(
  repeat: RepeatFact,
  { nth, weekday, month, months, year }: Extract<DayFact, { kind: 'nth' }>,
): RepeatFact | undefined {
  const isOfRule =
    repeat.every === 'year' ? month !== undefined : repeat.every === 'month' && month === undefined;
  if (!isOfRule || months !== undefined || year !== undefined) return undefined;
  return {
    ...repeat,
    nth: [nth],
    ...(weekday === 'workday' ? { weekdays: WORKDAYS, asSet: true as const } : { weekdays: [weekday] }),
    ...(month !== undefined && { months: [month] }),
  };
}

/** Days that a rule leaves open and that stand elsewhere in the line: `every week at 5pm on friday`. */
export function completed(repeat: RepeatFact, day: DayFact): RepeatFact | undefined {
  const { every, weekdays, monthDays, nth, months } = repeat;
  if (weekdays !== undefined || monthDays !== undefined || nth !== undefined || months !== undefined)
    return undefined;
  if (every === 'week' && day.kind === 'weekday' && day.week === undefined)
    return { ...repeat, weekdays: [day.weekday] };
  if (day.kind === 'nth') return completedByNth(repeat, day);
  if (day.kind !== 'date' || day.year !== undefined || day.months !== undefined) return undefined;
  if (every === 'month' && day.month === undefined) return { ...repeat, monthDays: [day.day] };
  if (every === 'year' && day.month !== undefined)
    return { ...repeat, months: [day.month], monthDays: [day.day] };
  return undefined;
}
