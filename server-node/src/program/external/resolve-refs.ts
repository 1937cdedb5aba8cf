import { AppError } from '../../shared/app-error.ts';
import { hasWords, type Extent } from '../../todos/match-words.ts';
import { refusedAct } from '../../todos/refused-act.ts';
import { MOST_CANDIDATES, noneContains, takeTheNumber } from '../answers/which-refusals.ts';
import type { Which } from '../grammar/command.ts';
import { stateNamedAfter, type SelectingVerb } from '../grammar/verbs.ts';
import type { RunRequest } from '../ports.ts';
import type { ProgramRow } from './match-rows.ts';
import { rowOf } from './row-of.ts';

interface RefSearch {
  verb: SelectingVerb;
  which: Which;
  line: string;
  /** As the surface gave them, if it did. */
  given: readonly string[];
  ref: RegExp;
  rows: () => Promise<readonly ProgramRow[]>;
  /** Told of rows that the refusal shows. */
  onShown: (rows: readonly ProgramRow[]) => void;
}

/**
 * What the program calls the to-dos that were meant. Numbers, and what a surface took from the rows, are handed
 * over; a word is looked up in the rows.
 *
 * @throws {AppError} todo_not_found, ambiguous_word
 */
export async function resolveRefs(search: RefSearch): Promise<string[]> {
  const { verb, which, given, ref, rows } = search;
  if (given.length > 0 && given.every((one) => ref.test(one))) return [...new Set(given)];
  if ('numbers' in which) return which.numbers.map(String);
  const all = await rows();
  const wanted = all.filter(({ done }) => done === (stateNamedAfter(verb) === 'done'));
  if ('all' in which) return refsOfAll(wanted);
  if ('first' in which) return refsOfAll(wanted.slice(0, 1));
  // Rows that cannot be read, or a reference that is no number: the program itself must know it.
  if (ref.test(which.word) && (all.length === 0 || all.some((row) => row.ref === which.word)))
    return [which.word];
  return [refOfWord(search, which.word, wanted)];
}

function refsOfAll(rows: readonly ProgramRow[]): string[] {
  if (rows.length > 0) return rows.map(({ ref }) => ref);
  throw new AppError('todo_not_found', 'Nothing is open in this list. Nothing was changed.', {
    details: refusedAct({ kind: 'none_open' }),
  });
}

/** By the same rules as in our own lists. */
function refOfWord({ verb, line, onShown }: RefSearch, word: string, wanted: readonly ProgramRow[]): string {
  const having = (extent: Extent) => wanted.filter(({ text }) => hasWords(text, word, extent));
  const whole = having('whole');
  const found = whole.length > 0 ? whole : having('beginning');
  const [first] = found;
  if (first === undefined) throw noneContains(verb, word, line);
  if (whole.length === 1 && verb !== 'delete') return first.ref;
  const shown = found.slice(0, MOST_CANDIDATES);
  onShown(shown);
  const isWhole = whole.length > 0;
  throw takeTheNumber({ verb, word, isWhole, rows: shown.map(rowOf), total: found.length });
}

/** References of a surface that has them apart; none when a line was typed. */
export const refsGiven = (input: RunRequest['input']): readonly string[] =>
  'verb' in input ? (input.refs ?? []) : [];
