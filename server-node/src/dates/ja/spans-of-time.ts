import type { Found } from '../facts.ts';
import { listedTimes } from '../several-times.ts';

const UP_TO = /^ ?(?:から|[~〜～–—-]) ?$/u;
const AND = /^ ?(?:[・、,/&]|と|や|および|及び) ?$/u;
const OR = /^ ?(?:か|または|もしくは|あるいは) ?$/u;
const LONGEST = 6;

/**
 * Of a span of time (14時〜15時, 3月10日から12日まで) the beginning is what counts, and the words of its end stay in the text.
 * Of several days (月曜と木曜) one counts, and the others are taken with it. Several times (8時と20時) all stay.
 *
 * @param alone where nothing may be left beside a date, the end of a span is taken with its beginning
 */
export function withoutEnds(line: string, all: readonly Found[], alone: boolean): Found[] {
  const listed = listedTimes(line, all, {
    and: AND,
    isTime: ({ clock, day }) => clock !== undefined && day === undefined,
    spanOf: ({ span }) => span,
  });
  const kept: Found[] = [];
  for (const one of all.filter((each) => !listed.has(each))) {
    const last = kept.at(-1);
    const [isEnd, isOther] = [isBehind(UP_TO, line, last, one), isBehind(AND, line, last, one)];
    const either = last && isBehind(OR, line, last, one) ? withEither(last, one) : undefined;
    const inWeek = last && /^の? ?$/u.test(line.slice(last.span.to, one.span.from)) && dayInWeek(last, one);
    if (either !== undefined) kept[kept.length - 1] = either;
    else if (inWeek) kept[kept.length - 1] = inWeek;
    else if (last !== undefined && isDateOf(line, last, one))
      kept[kept.length - 1] = { ...one, span: { from: last.span.from, to: closed(line, last, one) } };
    else if (last !== undefined && (isOther || (isEnd && alone)))
      kept[kept.length - 1] = {
        ...(isOther ? withOther(last, one) : last),
        span: { from: last.span.from, to: one.span.to },
      };
    else if (!isEnd) kept.push(one);
  }
  return kept;
}

/** With the bracket that was opened within it. */
const closed = (line: string, { span: { from } }: Found, { span: { to } }: Found): number =>
  line.slice(from, to).includes('(') && line[to] === ')' ? to + 1 : to;

/** 火曜(2/2): the date tells the day. */
function isDateOf(line: string, said: Found, date: Found): boolean {
  const isWeekday = said.day?.kind === 'weekday' && said.day.week === undefined;
  const isAlone = (said.clock ?? said.part ?? said.repeat) === undefined;
  if (!isWeekday || !isAlone || date.day?.kind !== 'date') return false;
  return /^[ (]$/.test(line.slice(said.span.to, date.span.from));
}

/** 月曜か火曜: two days, as good as each other, of the same week. */
function withEither(said: Found, other: Found): Found | undefined {
  const [day, otherDay] = [said.day, other.day];
  if (day === undefined || otherDay === undefined || said.otherDay !== undefined) return undefined;
  const isOfWeek = day.kind === 'weekday' && otherDay.kind === 'weekday' && otherDay.week === undefined;
  const inSameWeek = isOfWeek && day.week !== undefined ? { ...otherDay, week: day.week } : otherDay;
  return {
    ...said,
    ...other,
    day,
    otherDay: inSameWeek,
    span: { from: said.span.from, to: other.span.to },
  };
}

/** 2週間後の土曜: the Saturday of that week. */
function dayInWeek(said: Found, { day, ...one }: Found): Found | undefined {
  if (said.day?.kind !== 'in' || day?.kind !== 'weekday' || day.week !== undefined) return undefined;
  const { weeks, days, months, years } = said.day;
  if (weeks === undefined || (days ?? months ?? years) !== undefined) return undefined;
  return { ...one, day: { ...day, week: weeks }, span: { from: said.span.from, to: one.span.to } };
}

/** 月曜と木曜: the one that comes first. */
function withOther(said: Found, other: Found): Found {
  const { day } = said;
  if (day?.kind !== 'weekday' || day.week !== undefined || other.day?.kind !== 'weekday') return said;
  return { ...said, day: { ...day, others: [...(day.others ?? []), other.day.weekday] } };
}

function isBehind(sign: RegExp, line: string, begin: Found | undefined, end: Found): boolean {
  if (begin === undefined) return false;
  const isOfOneKind =
    (begin.clock !== undefined && end.clock !== undefined) ||
    (begin.day !== undefined && end.day !== undefined);
  const gap = end.span.from - begin.span.to;
  return isOfOneKind && gap <= LONGEST && sign.test(line.slice(begin.span.to, end.span.from));
}
