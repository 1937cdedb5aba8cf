import type { Span } from './facts.ts';

/**
 * What is left of a line without these words, and without the blanks, commas, empty brackets and empty
 * emphasis around them.
 */
export function cut(line: string, spans: readonly Span[]): string {
  let left = '';
  let at = 0;
  for (const { from, to } of spans) {
    const between = line.slice(at, from);
    if (at === 0 || between.trim() !== '') left = closeGap(left, between);
    at = to;
  }
  return spans.length === 0 ? line.trim() : closeGap(left, line.slice(at)).trim();
}

const ENDS_LEFT = /[\s,;:，、；：–—-]+$/u;
/** A dash before a number is that of a span of time, whose end is left. */
const BEGINS_RIGHT = /^(?:[\s,;:.，、；：。]|[–—-](?!\d))+/u;
const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '（': '）', '[': ']', '【': '】' };

/** Right before what is left out. */
const OPENS_EMPHASIS = /(?:(?<![\p{L}\p{N}])[*_]|[*_]{2,3}|~~)$/u;
/** Right behind it. */
const CLOSES_EMPHASIS = /^(?:[*_]{2,3}|~~|[*_](?![\p{L}\p{N}]))/u;

function closeGap(before: string, after: string): string {
  const left = before.trimEnd();
  const right = after.trimStart();
  const opened = BRACKETS[left.at(-1) ?? ''];
  if (opened !== undefined && right.startsWith(opened)) return closeGap(left.slice(0, -1), right.slice(1));
  const opening = OPENS_EMPHASIS.exec(before)?.[0];
  const closing = CLOSES_EMPHASIS.exec(after)?.[0];
  if (opening !== undefined && opening === closing)
    return closeGap(left.slice(0, -opening.length), right.slice(opening.length));
  if (opening !== undefined || closing !== undefined) return left + right;
  if (left === '') return right.replace(BEGINS_RIGHT, '');
  if (right === '') return left.length > LONGEST_END ? endOf(left) : left.replace(ENDS_LEFT, '');
  if (/[,，、]$/u.test(left) && /^[,，、]/u.test(right)) return closeGap(left.slice(0, -1), right);
  if (/^[,.;:!?，。、；：！？)）\]】]/u.test(right)) return left + right;
  const gap = before.slice(left.length) + after.slice(0, after.length - right.length);
  return left + (gap.includes('\n') ? '\n' : gap === '' ? '' : ' ') + right;
}

/** Only the end is looked at, as the expression would begin anew at each blank of a long line. */
const LONGEST_END = 40;
const endOf = (left: string): string =>
  left.slice(0, -LONGEST_END) + left.slice(-LONGEST_END).replace(ENDS_LEFT, '');
