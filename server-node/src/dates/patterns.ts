/** The named groups of a pattern. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** Any of these words, the longest first, as a group of a pattern. */
export const anyOf = (words: Iterable<string>): string =>
  `(?:${[...words].sort((one, other) => other.length - one.length).join('|')})`;

/** @param pattern sticky */
export function matchAt(
  pattern: RegExp,
  line: string,
  at: number,
): { groups: Groups; to: number } | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(line);
  return match === null ? undefined : { groups: match.groups ?? {}, to: at + match[0].length };
}

/** Where the words end that the pattern takes from `at` on: `at` itself when it takes none. */
export const endAt = (pattern: RegExp, line: string, at: number): number =>
  matchAt(pattern, line, at)?.to ?? at;

/**
 * What the rule says that takes most of the line from `from` on, the earlier one when two take as much.
 *
 * @param read gives undefined where the words mean something else after all
 */
export function longestAt<Rule extends { pattern: RegExp }, Said>(
  line: string,
  from: number,
  rules: readonly Rule[],
  read: (rule: Rule, match: RegExpExecArray, to: number) => Said | undefined,
): { said: Said; from: number; to: number } | undefined {
  let longest: { said: Said; from: number; to: number } | undefined;
  for (const rule of rules) {
    rule.pattern.lastIndex = from;
    const match = rule.pattern.exec(line);
    if (match === null) continue;
    const to = from + match[0].length;
    if (to <= (longest?.to ?? from)) continue;
    const said = read(rule, match, to);
    if (said !== undefined) longest = { said, from, to };
  }
  return longest;
}
