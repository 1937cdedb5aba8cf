import { isBlank } from './what-follows.ts';

/** What a person who typed the word would believe to have happened. */
export type Missed = 'set' | 'changed';

/**
 * Verbs that people know from elsewhere and that do not exist here yet: alone on a line they would look like success if
 * they were taken for a text. When one becomes a verb its line is taken out.
 */
const LATER_WORDS: ReadonlyMap<string, Missed> = new Map<string, Missed>([
  ['redo', 'changed'],
  ['archive', 'changed'],
]);

/** What was missed by a line that begins so; undefined where it is a text. */
export const missedBy = (word: string, rest: string): Missed | undefined =>
  isBlank(rest) ? missedWith(word) : undefined;

/** What a word would do if it existed. */
export const missedWith = (word: string): Missed | undefined => LATER_WORDS.get(word);

export const laterWords = (): string[] => [...LATER_WORDS.keys()];
