/**
 * Whatever a colleague writes into a list is read here by everybody's browser: no expression may look at the rest of a
 * text again from each of its characters.
 */

/** Does the text hold anything that Markdown, mentions or emoji would change? Most to-dos do not. */
const MAY_BE_FORMATTED = /[*_`~[\]<>:@#&\\|!=$+]|\/\/|www\.|^[^\S\r\n\u2028\u2029]*(?:\d+[.)]|-)/m;

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
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(literalStart)
    .join(' ');
}

/** A block of code becomes code in the line; one that holds the same marks stays as it was typed. */
function withoutFences(text: string): string {
  const lines = text.split('\n');
  const flat: string[] = [];
  const neverClosed = new Set<string>();
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const fence = FENCE.exec(line)?.[1];
    const end = fence === undefined || neverClosed.has(fence) ? -1 : closedAt(lines, at + 1, fence);
    if (fence === undefined || end === -1) {
      flat.push(line);
      if (fence !== undefined) neverClosed.add(fence);
      continue;
    }
    const code = codeOf(lines.slice(at + 1, end + 1), fence);
    flat.push(...(code === undefined ? lines.slice(at, end + 1) : [`\`${code}\``]));
    at = end;
  }
  return flat.join('\n');
}

const FENCE = /^(`{3,}(?!`)|~{3,}(?!~))[^`]*$/;

/** @returns -1 where nothing closes it */
function closedAt(lines: readonly string[], from: number, fence: string): number {
  for (let at = from; at < lines.length; at += 1) {
    if (lines[at]?.trimEnd().endsWith(fence) === true) return at;
  }
  return -1;
}

/** The last line ends with the fence. @returns undefined where the code cannot stand between backticks */
function codeOf(lines: readonly string[], fence: string): string | undefined {
  const code = lines.join('\n').trimEnd().slice(0, -fence.length).replace(/\s+/g, ' ').trim();
  return code === '' || code.includes('`') ? undefined : code;
}

function literalStart(line: string): string {
  return line
    .replace(/^([#>+=-]|\*(?=\s))/, '\\$1')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^(`{3,}|~{3,})/, (fence) => fence.replace(/./g, '\\$&'))
    .replace(/^([*_])(?:\s*\1){2,}\s*$/, '\\$&');
}

/** What a screen reader says and an undo bar shows: the words without their marks. */
export function plainText(text: string): string {
  return withoutFences(text)
    .replace(/!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1')
    .replace(/(\*\*|__|~~|`)(.+?)\1/g, '$2')
    .replace(/(^|\s)[*_](\S(?:.{0,300}?\S)?)[*_](?=\s|$|[.,;:!?])/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim();
}
