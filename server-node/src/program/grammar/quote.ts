/** Longer user text is cut in an answer that only points at it. */
const LONGEST_QUOTE = 80;

/** User text inside a sentence of ours: on one line, cut, and in backticks that it cannot leave. */
export function quote(text: string): string {
  const line = oneLine(text, LONGEST_QUOTE).replaceAll('`', 'ˋ');
  return `\`${line}\``;
}

/** Folds line breaks, tabs and other control characters into spaces and cuts after `limit` code points. */
export function oneLine(text: string, limit: number): string {
  // Two code units make at most one code point: no need to look further into a huge text.
  const points = Array.from(
    text
      .slice(0, 2 * limit + 2)
      .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim(),
  );
  const cut = points.length > limit || text.length > 2 * limit + 2;
  return cut ? `${points.slice(0, limit - 1).join('')}…` : points.join('');
}
