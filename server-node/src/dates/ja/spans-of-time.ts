import type { Found } from '../facts.ts';

const TO_ANOTHER = /^ ?(?:から|[~〜～–—・、,とや-]) ?$/u;
const LONGEST = 4;

/**
 * Of a span of time (14時〜15時, 3月10日から12日まで) and of several days (月曜と木曜) the first is what counts; the others are
 * taken with it.
 */
export function withoutEnds(line: string, found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  for (const one of found) {
    const last = kept.at(-1);
    if (last !== undefined && isEndOf(line, last, one))
      kept[kept.length - 1] = { ...last, span: { from: last.span.from, to: one.span.to } };
    else kept.push(one);
  }
  return kept;
}

function isEndOf(line: string, begin: Found, end: Found): boolean {
  const isOfOneKind =
    (begin.clock !== undefined && end.clock !== undefined) ||
    (begin.day !== undefined && end.day !== undefined);
  const gap = end.span.from - begin.span.to;
  return isOfOneKind && gap <= LONGEST && TO_ANOTHER.test(line.slice(begin.span.to, end.span.from));
}
