import type { Verb } from '../../contract/vocabulary.ts';
import type { PressAct } from '../../replies/press-act.ts';
import { AppError } from '../../shared/app-error.ts';
import { refusedCommand } from '../refused.ts';
import { textsIn } from '../texts/texts-in.ts';

/**
 * A word stands for no to-do.
 *
 * @param line the whole of what was typed: it may have been meant as a text
 */
export function noneContains(verb: Verb, word: string, line: string): AppError {
  const facts = { kind: 'none_contains', verb, word, line } as const;
  return new AppError('todo_not_found', textsIn().errors.none_contains(facts), {
    details: refusedCommand(facts),
  });
}

/** Enough to see what a word could mean; the rest is counted. */
export const MOST_CANDIDATES = 10;

/** A to-do that may have been meant, and the whole line that names it alone, or what else does what was asked for. */
export type Candidate = { text: string } & ({ line: string } | { act: PressAct });

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
  /** Left out where numbers may have changed until one is pressed. */
  candidates?: readonly Candidate[];
}

/** A word alone does not say which to-do: it stands for several, it may be another word, or it would delete. */
export function takeTheNumber({
  verb,
  word,
  isWhole,
  rows,
  total,
  example,
  candidates = [],
}: Candidates): AppError {
  const why = verb === 'delete' ? 'deletes' : isWhole ? 'several' : 'begins';
  const facts = { kind: 'ambiguous', why, word, rows, total, example } as const;
  return new AppError('ambiguous_word', textsIn().errors.ambiguous(facts), {
    details: { ...refusedCommand(facts), verb, candidates },
  });
}

/** The to-dos among which a refusal by {@link takeTheNumber} lets somebody choose. */
export function candidatesOf(thrown: unknown): { verb?: Verb; candidates: readonly Candidate[] } {
  if (!(thrown instanceof AppError) || thrown.code !== 'ambiguous_word') return { candidates: [] };
  return thrown.details as unknown as { verb: Verb; candidates: readonly Candidate[] };
}
