/** Does the text hold anything that Markdown, mentions or emoji would change? Most to-dos do not. */
const MAY_BE_FORMATTED = /[*_`~[\]<>:@#&\\|!=$+]|\/\/|www\.|^\s*(?:\d+[.)]|-)/m;

export function mayBeFormatted(text: string): boolean {
  return MAY_BE_FORMATTED.test(text);
}

/**
 * A row is one flow of text. What would open a block (heading, list, quote, fence, table, rule, picture)
 * is taken literally, so that "# 3 tickets" or "1. call" reads as it was typed.
 */
export function withoutBlocks(text: string): string {
  return withoutFences(text)
    .replace(/(?<!!)!+(?=\[)/g, '')
    .split(/\s*\n\s*/)
    .map(literalStart)
    .join(' ');
}

/** A block of code becomes code in the line; one that holds the same marks stays as it was typed. */
function withoutFences(text: string): string {
  return text.replace(
    /^(`{3,}|~{3,})[^`\n]*\n([\s\S]*?)\n?\1[^\S\n]*$/gm,
    (whole: string, _fence: string, code: string) => {
      const flat = code.replace(/\s+/g, ' ').trim();
      return flat === '' || flat.includes('`') ? whole : `\`${flat}\``;
    },
  );
}

function literalStart(line: string): string {
  return line
    .trim()
    .replace(/^([#>+=-]|\*(?=\s))/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(`{3,}|~{3,})/, (fence) => fence.replace(/./g, '\\$&'))
    .replace(/^([*_])(?:\s*\1){2,}\s*$/, '\\$&');
}

/** What a screen reader says and an undo bar shows: the words without their marks. */
export function plainText(text: string): string {
  return withoutFences(text)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|~~|`)(.+?)\1/g, '$2')
    .replace(/(^|\s)[*_](\S(?:.*?\S)?)[*_](?=\s|$|[.,;:!?])/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
}
