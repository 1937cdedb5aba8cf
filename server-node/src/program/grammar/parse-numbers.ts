import type { Refusal } from './command.ts';

/** More at once are refused: a mistyped range should not tick a whole list. */
export const MAX_NUMBERS = 500;

/** {@link MAX_NUMBERS} ranges fit; anything longer is no list of numbers. */
const LONGEST_NUMBERS = 12_000;

const NUMBER_OR_RANGE = /^#?(\d{1,9})(?:-#?(\d{1,9}))?$/;

/**
 * `2 4-6`, `2,4-6`, `#2`, `6-4`, with the digits, commas, dashes and spaces of any keyboard.
 *
 * @returns each number once, in the order of first mention; undefined when it is words
 */
export function parseNumbers(text: string): number[] | Refusal | undefined {
  if (text.length > LONGEST_NUMBERS) return undefined;
  const folded = foldNumberCharacters(text);
  if (!/^[#\d,\- ]+$/.test(folded) || !/\d/.test(folded)) return undefined;
  return expand(folded.split(/[ ,]+/).filter((token) => token !== ''));
}

/** Full-width digits and signs, and the many dashes, become the plain ones; spaces around a dash go. */
function foldNumberCharacters(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/[０-９＃]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[，、﹐､]/g, ',')
    .replace(/[‐-―−－﹣ー～〜~]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?- ?/g, '-')
    .trim();
}

function expand(tokens: readonly string[]): number[] | Refusal {
  const numbers = new Set<number>();
  for (const token of tokens) {
    const range = rangeOf(token);
    if ('refused' in range) return range;
    if (range.last - range.first >= MAX_NUMBERS) return tooMany();
    for (let number = range.first; number <= range.last; number += 1) numbers.add(number);
    if (numbers.size > MAX_NUMBERS) return tooMany();
  }
  return [...numbers];
}

function rangeOf(token: string): { first: number; last: number } | Refusal {
  const [, from, to] = NUMBER_OR_RANGE.exec(token) ?? [];
  if (from === undefined) return { refused: { kind: 'no_number', token } };
  const ends = [Number(from), Number(to ?? from)];
  const first = Math.min(...ends);
  if (first === 0) return { refused: { kind: 'below_one', token } };
  return { first, last: Math.max(...ends) };
}

const tooMany = (): Refusal => ({ refused: { kind: 'too_many_numbers', limit: MAX_NUMBERS } });
