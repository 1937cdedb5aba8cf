import { beginsWithName, beginsWithNumber, firstWordOf, isBlank } from './what-follows.ts';

/** What a person who typed the word would believe to have happened. */
export type Missed = 'told' | 'set' | 'shown' | 'changed';

interface LaterWord {
  readonly missed: Missed;
  /** Whether the rest makes a command of it; any other rest makes a text: `send the report to Bob`. */
  readonly fits: (rest: string) => boolean;
}

const aloneOr =
  (...fits: ((rest: string) => boolean)[]) =>
  (rest: string): boolean =>
    isBlank(rest) || fits.some((fit) => fit(rest));

const numberThenName = (rest: string): boolean =>
  beginsWithNumber(rest) && beginsWithName(rest.slice(firstWordOf(rest).length).trim());

/**
 * Verbs that people know from elsewhere and that do not exist here yet: taken for a text they would look like
 * success. When one becomes a verb its line is taken out.
 */
const LATER_WORDS: ReadonlyMap<string, LaterWord> = new Map<string, LaterWord>([
  ['send', { missed: 'told', fits: aloneOr(beginsWithName, numberThenName) }],
  ['assign', { missed: 'told', fits: aloneOr(beginsWithName, beginsWithNumber) }],
  ['reassign', { missed: 'told', fits: aloneOr(beginsWithName, beginsWithNumber) }],
  ['accept', { missed: 'told', fits: aloneOr(beginsWithNumber) }],
  ['decline', { missed: 'told', fits: aloneOr(beginsWithNumber) }],
  ['bump', { missed: 'told', fits: aloneOr(beginsWithNumber) }],
  ['inbox', { missed: 'shown', fits: isBlank }],
  ['sent', { missed: 'shown', fits: isBlank }],
  ['redo', { missed: 'changed', fits: isBlank }],
  ['archive', { missed: 'changed', fits: isBlank }],
]);

/** What was missed by a line that begins so; undefined where it is a text. */
export function missedBy(word: string, rest: string): Missed | undefined {
  const later = LATER_WORDS.get(word);
  return later?.fits(rest) === true ? later.missed : undefined;
}

/** What a word would do if it existed. */
export const missedWith = (word: string): Missed | undefined => LATER_WORDS.get(word)?.missed;

export const laterWords = (): string[] => [...LATER_WORDS.keys()];
