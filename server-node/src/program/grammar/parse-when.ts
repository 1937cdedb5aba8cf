import { parseNumbers } from './parse-numbers.ts';
import { firstWordOf, isBlank, namesNumbers } from './what-follows.ts';

/** What makes a number before it a part of a date: `2 hours`, `5 March`, `3点`. */
const COUNTED =
  /^(?:m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?|am|pm|a\.m\.|p\.m\.|o'?clock|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:\.|[a-z]{2,6})?|of|[点點时時分日号號天周週月年个個小秒か])(?![a-z])/iu;

export interface Dated {
  /** Numbers as they were typed. */
  targets: string;
  /** The words of the date; empty when there are none. */
  when: string;
}

/** Parts `3-5 tomorrow` into numbers and a date, which may begin with a number itself: `3 2 hours`, `3 14`. */
export function partWhen(rest: string): Dated {
  const numbers: string[] = [];
  let when = rest.trim();
  while (when !== '') {
    const word = firstWordOf(when);
    const isNumber = numbers.length === 0 ? namesNumbers(word) : Array.isArray(parseNumbers(word));
    if (!isNumber) break;
    numbers.push(word);
    when = when.slice(word.length).trim();
  }
  const last = numbers.at(-1);
  const isOfDate = isBlank(when) || COUNTED.test(when);
  if (last === undefined || numbers.length < 2 || !isOfDate) return { targets: numbers.join(' '), when };
  return { targets: numbers.slice(0, -1).join(' '), when: `${last} ${when}`.trim() };
}
