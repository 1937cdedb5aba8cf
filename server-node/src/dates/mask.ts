/** Stands in a masked line for what keeps its words. No rule matches it. */
export const MASK = '\uFFFC';

/**
 * What is no plain word: code spans, quotes, addresses, mentions, tags, channels. Each alternative ends within its line
 * and looks at each character once.
 */
const KEPT = new RegExp(
  [
    '`[^`\\n]*`',
    '"[^"\\n]*"',
    "(?<![\\p{L}\\p{N}])'[^'\\n]{1,400}'(?![\\p{L}\\p{N}])",
    '“[^”\\n]{0,400}”',
    '‘[^’\\n]{0,400}’(?!\\p{L})',
    '„[^“”\\n]{0,400}[“”]',
    '«[^»\\n]{0,400}»',
    '「[^」\\n]{0,400}」',
    '『[^』\\n]{0,400}』',
    '《[^》\\n]{0,400}》',
    '\\b[a-z][a-z\\d+.-]{1,20}:\\/\\/\\S+',
    '\\bwww\\.\\S+',
    '#[\\p{L}\\p{N}_][\\p{L}\\p{N}_.:/-]*',
    '(?<![\\w@~])[@~][a-z][\\w.-]*',
    '[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64})+',
  ].join('|'),
  'giu',
);

/** Of the same length as the line: masks what keeps its words, and writes full-width signs and spaces the usual way. */
export function mask(line: string): string {
  return line
    .replace(KEPT, (kept) => MASK.repeat(kept.length))
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00A0\u202F]/g, ' ');
}
