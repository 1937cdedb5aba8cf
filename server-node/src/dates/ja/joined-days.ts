import type { Found } from '../facts.ts';

const AND = /^ ?(?:[・、,/&]|と|や|および|及び)? ?$/u;
const OR = /^ ?(?:か|または|もしくは|あるいは) ?$/u;
const OF = /^の? ?$/u;
const OPENS = /^[ (]?$/u;
const LONGEST = 6;

/** What two days say together that stand side by side; undefined when they are apart, or contradict each other. */
export function joinedDays(line: string, said: Found, other: Found): Found | undefined {
  if (said.day === undefined || other.day === undefined) return undefined;
  const gap = line.slice(said.span.to, Math.min(other.span.from, said.span.to + LONGEST));
  const span = { from: said.span.from, to: other.span.to };
  if (OR.test(gap)) return withEither({ ...said, span }, other);
  if (OF.test(gap) && isSomeWeeksOn(said) && isPlainWeekday(other))
    return { ...other, day: { ...other.day, week: said.day.weeks ?? 0 }, span };
  if (OPENS.test(gap) && isDateOf(said, other))
    return { ...other, span: { ...span, to: closed(line, said, other) } };
  return AND.test(gap) && (gap.trim() !== '' || isList(said, other))
    ? { ...withOther(said, other), span }
    : undefined;
}

type OfWeekday = Extract<NonNullable<Found['day']>, { kind: 'weekday' }>;

const isPlainWeekday = (one: Found): one is Found & { day: OfWeekday } =>
  one.day?.kind === 'weekday' && one.day.week === undefined;

/** 2週間後の土曜: the Saturday of that week. */
const isSomeWeeksOn = (one: Found): one is Found & { day: { kind: 'in'; weeks: number } } =>
  one.day?.kind === 'in' &&
  one.day.weeks !== undefined &&
  (one.day.days ?? one.day.months ?? one.day.years) === undefined;

/** 火曜(2/2): the date tells the day. */
const isDateOf = (said: Found, date: Found): boolean =>
  isPlainWeekday(said) && (said.clock ?? said.part ?? said.repeat) === undefined && date.day?.kind === 'date';

/** With the bracket that was opened within it. */
const closed = (line: string, { span: { from } }: Found, { span: { to } }: Found): number =>
  line.slice(from, to).includes('(') && line[to] === ')' ? to + 1 : to;

/** 火曜木曜, while 明日 金曜 is one day. */
const isList = (said: Found, other: Found): boolean => isPlainWeekday(said) && isPlainWeekday(other);

/** 月曜か火曜: two days, as good as each other, of the same week. */
function withEither(said: Found, other: Found): Found | undefined {
  const [day, otherDay] = [said.day, other.day];
  if (day === undefined || otherDay === undefined || said.otherDay !== undefined) return undefined;
  const week = day.kind === 'weekday' ? day.week : undefined;
  const inSameWeek = week !== undefined && isPlainWeekday(other) ? { ...other.day, week } : otherDay;
  return { ...said, ...other, day, otherDay: inSameWeek, span: said.span };
}

/** 月曜と木曜: the one that comes first. */
function withOther(said: Found, other: Found): Found {
  if (!isPlainWeekday(said) || other.day?.kind !== 'weekday') return said;
  return { ...said, day: { ...said.day, others: [...(said.day.others ?? []), other.day.weekday] } };
}
