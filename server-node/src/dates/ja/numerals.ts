/** As a pattern: 12, 十二, 二〇. Full-width digits are plain ones by then. */
export const NUMBER = '(?:\\d{1,4}|[〇零一二三四五六七八九十百千]{1,7})';

/** What no number of a date stands behind: another number of it, a version, an ordinal, a rough count. */
export const NOT_WITHIN_NUMBER = '(?<![\\d〇零一二三四五六七八九十百千第約全計各A-Za-z.,/+-]|\\d:)';

const DIGITS = '〇一二三四五六七八九';
const SIZES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

/** Reads 12, 十二 and 二〇二六 alike. */
export function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const signs = [...written.replaceAll('零', '〇')];
  if (!signs.some((sign) => sign in SIZES)) return Number(signs.map((sign) => DIGITS.indexOf(sign)).join(''));
  let sum = 0;
  let digit = 0;
  for (const sign of signs) {
    const size = SIZES[sign];
    if (size === undefined) digit = DIGITS.indexOf(sign);
    else {
      sum += (digit === 0 ? 1 : digit) * size;
      digit = 0;
    }
  }
  return sum + digit;
}
