import type { Verb } from '../../contract/vocabulary.ts';
import { AppError } from '../../shared/app-error.ts';
import { quote } from '../grammar/quote.ts';
import { stateNamedAfter } from '../grammar/verbs.ts';
import { refusedCommand } from '../refused.ts';
import { addInstead, en, NUMBERS_HINT } from '../texts/en.ts';
import { bulleted } from './rows.ts';

/** A word stands for no to-do. */
export function noneContains(verb: Verb, word: string): AppError {
  return new AppError(
    'todo_not_found',
    `No ${stateNamedAfter(verb)} to-do in this list contains ${quote(word)}. ${NUMBERS_HINT} ${addInstead(verb, word)}`,
    { details: refusedCommand({ kind: 'none_contains', verb, word }) },
  );
}

/**
 * A word stands for more than one to-do.
 *
 * @param rows the first of `total`
 * @param example a command that would do
 */
export function ambiguous(word: string, rows: readonly string[], total: number, example?: string): AppError {
  const instance = example === undefined ? '' : `, for instance \`${example}\``;
  return new AppError(
    'ambiguous_word',
    `More than one to-do contains ${quote(word)}. Take the number${instance}:\n${bulleted(rows, en.list.more, total)}`,
    { details: refusedCommand({ kind: 'ambiguous', word, rows, total, example }) },
  );
}
