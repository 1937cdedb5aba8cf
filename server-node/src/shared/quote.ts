/** Longer user text is cut in an answer that only points at it. */
const LONGEST_QUOTE = 80;

/** User text inside a sentence of ours: on one line, cut, and in backticks that it cannot leave. */
export function quote(text: string): string {
  const line = oneLine(text, LONGEST_QUOTE).replaceAll('`', 'ˋ');
  return `\`${line}\``;
}

/** Characters that turn the order of all that follows them in the line, until others end that. */
const TURNS_WHAT_FOLLOWS = /[\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Folds line breaks, tabs and other control characters into spaces and cuts after `limit` code points. What stands behind
 * the text, such as whom it is from, keeps its direction; Arabic and Hebrew are written from right to left all the same.
 */
export function oneLine(text: string, limit: number): string {
  // Two code units make at most one code point: no need to look further into a huge text.
  const points = Array.from(
    text
      .slice(0, 2 * limit + 2)
      .replace(TURNS_WHAT_FOLLOWS, '')
      .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
      .trim(),
  );
  const cut = points.length > limit || text.length > 2 * limit + 2;
  return cut ? `${points.slice(0, limit - 1).join('')}…` : points.join('');
}
