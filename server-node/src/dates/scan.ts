import type { Facts, Found } from './facts.ts';
import { longestAt } from './patterns.ts';

/** Words that mean facts. */
export interface Rule {
  /** Sticky. Repetitions in it are bounded, so that a hostile line costs no more than its length. */
  pattern: RegExp;
  /** @returns undefined where the words mean something else after all */
  read: (match: RegExpExecArray, line: string) => Facts | undefined;
}

/** Written without flags: they are added. */
export const rule = (pattern: string | RegExp, read: Rule['read'], flags = 'iuy'): Rule => ({
  pattern: new RegExp(typeof pattern === 'string' ? pattern : pattern.source, flags),
  read,
});

/**
 * Looks at each place where `mayBegin` matches for the rule that takes most of the line, the earlier one when two take as
 * much, and goes on behind it.
 *
 * @param mayBegin global; what it matches is where to look, its length does not matter
 */
export function scan(line: string, rules: readonly Rule[], mayBegin: RegExp): Found[] {
  const found: Found[] = [];
  let from = 0;
  for (const { index } of line.matchAll(mayBegin)) {
    if (index < from) continue;
    const best = longestAt(line, index, rules, ({ read }, match) => read(match, line));
    if (best === undefined) continue;
    found.push({ ...best.said, span: { from: index, to: best.to } });
    from = best.to;
  }
  return found;
}
