import type { Refusal, Which } from './command.ts';
import { MAX_NUMBERS, NUMBERS_HINT, parseNumbers } from './parse-numbers.ts';

/** A longer word names no to-do. In UTF-16 units. */
export const LONGEST_SEARCH = 200;

/** Numbers and ranges, else the words themselves: a to-do may be named by a part of its text. */
export function parseWhich(text: string): Which | Refusal {
  const numbers = parseNumbers(text);
  if (numbers === undefined) return parseWord(text);
  return 'error' in numbers ? numbers : { numbers };
}

function parseWord(text: string): Which | Refusal {
  if (text.length <= LONGEST_SEARCH) return { word: text };
  return {
    error:
      `A to-do is named by its number or by at most ${LONGEST_SEARCH} characters of its text, ` +
      `and up to ${MAX_NUMBERS} at once; got ${text.length} characters. ${NUMBERS_HINT}`,
  };
}

/** For `edit`, which changes one to-do only. */
export function parseOne(text: string): Which | Refusal {
  const which = parseWhich(text);
  if ('numbers' in which && which.numbers.length > 1) {
    return { error: `\`edit\` changes one to-do at a time; got ${which.numbers.length} numbers.` };
  }
  return which;
}
