import type { Found } from '../facts.ts';
import { listedTimes } from '../several-times.ts';

const UP_TO = /^ ?(?:から|[~〜～–—-]) ?$/u;
const AND = /^ ?(?:[・、,/&]|と|や|および|及び) ?$/u;
const LONGEST = 4;

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
    if (last !== undefined && (isOther || (isEnd && alone)))
      kept[kept.length - 1] = {
        ...(isOther ? withOther(last, one) : last),
        span: { from: last.span.from, to: one.span.to },
      };
    else if (!isEnd) kept.push(one);
  }
  return kept;
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
