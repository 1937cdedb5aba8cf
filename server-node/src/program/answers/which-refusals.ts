import type { Verb } from '../../contract/vocabulary.ts';
import { AppError } from '../../shared/app-error.ts';
import { quote } from '../grammar/quote.ts';
import { stateNamedAfter } from '../grammar/verbs.ts';
import { refusedCommand } from '../refused.ts';
import { addInstead, ambiguousInEnglish, NUMBERS_HINT } from '../texts/en.ts';

/** A word stands for no to-do. */
export function noneContains(verb: Verb, word: string): AppError {
  return new AppError(
    'todo_not_found',
    `No ${stateNamedAfter(verb)} to-do in this list contains ${quote(word)}. ${NUMBERS_HINT} ${addInstead(verb, word)}`,
    { details: refusedCommand({ kind: 'none_contains', verb, word }) },
  );
}

/** Enough to see what a word could mean; the rest is counted. */
export const MOST_CANDIDATES = 10;

interface Candidates {
  verb: Verb;
  word: string;
  /** The word stands there whole; else other words only begin so. */
  isWhole: boolean;
  /** The first of `total`. */
  rows: readonly string[];
  total: number;
  /** A command that would do; left out where numbers may have changed until it is typed. */
  example?: string | undefined;
}

/** A word alone does not say which to-do: it stands for several, it may be another word, or it would delete. */
export function takeTheNumber({ verb, word, isWhole, rows, total, example }: Candidates): AppError {
  const why = verb === 'delete' ? 'deletes' : isWhole ? 'several' : 'begins';
  const facts = { kind: 'ambiguous', why, word, rows, total, example } as const;
  return new AppError('ambiguous_word', ambiguousInEnglish(facts), { details: refusedCommand(facts) });
}
