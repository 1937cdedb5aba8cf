import type { Verb } from '../../contract/vocabulary.ts';
import type { Refusal, Which } from './command.ts';
import { MAX_NUMBERS, parseNumbers } from './parse-numbers.ts';

/** A longer word names no to-do. In UTF-16 units. */
export const LONGEST_SEARCH = 200;

/** Numbers and ranges, else the words themselves: a to-do may be named by a part of its text. */
export function parseWhich(text: string): Which | Refusal {
  const numbers = parseNumbers(text);
  if (numbers === undefined) return parseWord(text);
  return 'refused' in numbers ? numbers : { numbers };
}

function parseWord(text: string): Which | Refusal {
  if (text.length <= LONGEST_SEARCH) return { word: text };
  const length = text.length;
  return { refused: { kind: 'word_too_long', limit: LONGEST_SEARCH, numbers: MAX_NUMBERS, length } };
}

/** For a verb that is about one to-do only. */
export function parseOne(verb: Verb, text: string): Which | Refusal {
  const which = parseWhich(text);
  if ('numbers' in which && which.numbers.length > 1) {
    return { refused: { kind: 'only_one', verb, count: which.numbers.length } };
  }
  return which;
}
