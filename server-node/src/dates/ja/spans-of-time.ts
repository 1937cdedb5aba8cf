import type { Found } from '../facts.ts';
import { listedTimes } from '../several-times.ts';
import { joinedDays } from './joined-days.ts';

const UP_TO = /^ ?(?:から|[~〜～–—-]) ?$/u;
const AND = /^ ?(?:[・、,/&]|と|や|および|及び) ?$/u;
const OF = /^の? ?$/u;
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
  let end: Found | undefined;
  for (const one of all.filter((each) => !listed.has(each))) {
    const last = kept.at(-1);
    const joined = last && joinedDays(line, last, one);
    const isEnd = isEndOf(line, last, one) || (last?.clock !== undefined && isBeside(line, end, one));
    if (joined !== undefined) kept.splice(-1, 1, joined);
    else if (isEnd && alone && last !== undefined)
      kept.splice(-1, 1, { ...last, span: { from: last.span.from, to: one.span.to } });
    else if (!isEnd) kept.push(one);
    end = isEnd ? one : undefined;
  }
  return kept;
}

/** The hour of a day that ends a span: 土曜20時〜日曜8時. */
const isBeside = (line: string, end: Found | undefined, one: Found): boolean =>
  end?.day !== undefined && one.day === undefined && OF.test(line.slice(end.span.to, one.span.from));

function isEndOf(line: string, begin: Found | undefined, end: Found): boolean {
  if (begin === undefined) return false;
  const isOfOneKind =
    (begin.clock !== undefined && (end.clock ?? end.day) !== undefined) ||
    (begin.day !== undefined && end.day !== undefined);
  const gap = end.span.from - begin.span.to;
  return isOfOneKind && gap <= LONGEST && UP_TO.test(line.slice(begin.span.to, end.span.from));
}
