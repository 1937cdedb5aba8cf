import type { Span } from './facts.ts';

const LONGEST_AND = 16;

export interface TimesOfALanguage<One> {
  /** What stands between two of them, as a whole. */
  and: RegExp;
  isTime: (one: One) => boolean;
  spanOf: (one: One) => Span;
}

/**
 * The times of the clock that are listed, as in `meds at 8am and 8pm`. One due date holds one time, so none of them is
 * taken, and all stay in the text.
 */
export function listedTimes<One>(
  line: string,
  all: readonly One[],
  { and, isTime, spanOf }: TimesOfALanguage<One>,
): ReadonlySet<One> {
  const listed = new Set<One>();
  for (const [index, one] of all.entries()) {
    const next = all[index + 1];
    if (next === undefined || !isTime(one) || !isTime(next)) continue;
    const [{ to }, { from }] = [spanOf(one), spanOf(next)];
    if (and.test(line.slice(to, Math.min(from, to + LONGEST_AND)))) listed.add(one).add(next);
  }
  return listed;
}
