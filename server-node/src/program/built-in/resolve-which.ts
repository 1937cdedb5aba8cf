import { AppError } from '../../shared/app-error.ts';
import type { Acts, Selection } from '../../todos/acts.ts';
import type { ListId } from '../../todos/list.ts';
import type { Todo } from '../../todos/todo.ts';
import { bulleted, rowOf } from '../answers/rows.ts';
import type { Which } from '../grammar/command.ts';
import { addInstead } from '../grammar/parse-line.ts';
import { NUMBERS_HINT } from '../grammar/parse-numbers.ts';
import { quote } from '../grammar/quote.ts';
import { findDoneByWord } from './find-done-by-word.ts';

export type SelectingVerb = 'done' | 'reopen' | 'edit' | 'delete';

/** @throws {AppError} todo_not_found, ambiguous_word */
export async function resolveWhich(
  acts: Acts,
  listId: ListId,
  verb: SelectingVerb,
  which: Which,
): Promise<Selection> {
  if ('numbers' in which) return which;
  const find = verb === 'reopen' ? findDoneByWord(acts) : acts.findOpenByWord;
  const found = await find(listId, which.word);
  const [only] = found;
  if (only === undefined) throw noneContains(verb, which.word);
  if (found.length > 1) throw ambiguous(verb, which.word, found);
  return { ids: [only.id] };
}

function noneContains(verb: SelectingVerb, word: string): AppError {
  const state = verb === 'reopen' ? 'done' : 'open';
  return new AppError(
    'todo_not_found',
    `No ${state} to-do in this list contains ${quote(word)}. ${NUMBERS_HINT} ${addInstead(verb, word)}`,
  );
}

function ambiguous(verb: SelectingVerb, word: string, found: readonly Todo[]): AppError {
  const [first] = found;
  return new AppError(
    'ambiguous_word',
    `More than one to-do contains ${quote(word)}. Take the number, for instance \`${verb} ${first?.number}\`:\n${bulleted(found.map(rowOf))}`,
    { details: { numbers: found.map(({ number }) => number) } },
  );
}
