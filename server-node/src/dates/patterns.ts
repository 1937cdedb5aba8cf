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
