import { firstWordOf, isBlank } from './what-follows.ts';
import { plainWord } from './plain-word.ts';

export const HERE = 'here';

/** With these behind it, `here` begins a sentence: `here is the plan`, `here comes the rain`. */
const GOES_ON =
  /^(?:is|are|was|were|comes?|came|goes|go|lies?|stands?|we|i|it|they|he|she|you|to|for|and|or|in|on|at|by|until|'s)\b/iu;

/**
 * What follows `here`, which sends the rest of the line to the list of the channel one is in; undefined where the line
 * does not begin so.
 */
export function cutHere(line: string): string | undefined {
  const trimmed = line.replace(/^[\s\p{Cf}]+/u, '');
  const word = firstWordOf(trimmed);
  if (plainWord(word) !== HERE) return undefined;
  const rest = trimmed.slice(word.length).trim();
  return isBlank(rest) || !GOES_ON.test(rest) ? rest : undefined;
}
