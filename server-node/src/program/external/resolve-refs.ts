import { ambiguous, noneContains } from '../answers/which-refusals.ts';
import { contains } from '../built-in/find-done-by-word.ts';
import type { Which } from '../grammar/command.ts';
import { stateNamedAfter, type SelectingVerb } from '../grammar/verbs.ts';
import { oneLine } from '../grammar/quote.ts';
import type { RunRequest } from '../ports.ts';
import type { ProgramRow } from './match-rows.ts';

const ROW_TEXT = 250;
const ROWS = 10;

interface RefSearch {
  verb: SelectingVerb;
  which: Which;
  /** As the surface gave them, if it did. */
  given: readonly string[];
  ref: RegExp;
  rows: () => Promise<readonly ProgramRow[]>;
}

/**
 * What the program calls the to-dos that were meant. Numbers, and what a surface took from the rows, are handed
 * over; a word is looked up in the rows.
 *
 * @throws {AppError} todo_not_found, ambiguous_word
 */
export async function resolveRefs({ verb, which, given, ref, rows }: RefSearch): Promise<string[]> {
  if (given.length > 0 && given.every((one) => ref.test(one))) return [...new Set(given)];
  if ('numbers' in which) return which.numbers.map(String);
  const all = await rows();
  // Rows that cannot be read, or a reference that is no number: the program itself must know it.
  if (ref.test(which.word) && (all.length === 0 || all.some((row) => row.ref === which.word)))
    return [which.word];
  const wanted = all.filter(({ done }) => done === (stateNamedAfter(verb) === 'done'));
  const found = wanted.filter(({ text }) => contains(text, which.word));
  const [only] = found;
  if (only === undefined) throw noneContains(verb, which.word);
  if (found.length > 1) throw ambiguous(which.word, found.slice(0, ROWS).map(rowOf), found.length);
  return [only.ref];
}

/** References of a surface that has them apart; none when a line was typed. */
export const refsGiven = (input: RunRequest['input']): readonly string[] =>
  'line' in input ? [] : (input.refs ?? []);

const rowOf = ({ ref, text }: ProgramRow): string => `**${ref}** ${oneLine(text, ROW_TEXT)}`;
