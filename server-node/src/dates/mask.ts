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

/** Marks of emphasis in Markdown. Inside a word a single one is a letter of it, as in `snake_case`. */
const EMPHASIS = /\*{2,3}|~~|(?<![\p{L}\p{N}_*])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\p{L}\p{N}_*])/gu;

/**
 * Of the same length as the line: masks what keeps its words, and writes full-width signs and spaces the usual way, and
 * blanks for what only makes words bold or slanted.
 */
export function mask(line: string): string {
  return line
    .replace(KEPT, (kept) => MASK.repeat(kept.length))
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(EMPHASIS, (marks) => ' '.repeat(marks.length))
    .replace(/[\u3000\u00A0\u202F]/g, ' ');
}
