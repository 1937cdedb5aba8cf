import type { Acts, Selection } from '../../todos/acts.ts';
import type { ListId } from '../../todos/list.ts';
import { rowOf } from '../answers/rows.ts';
import { ambiguous, noneContains } from '../answers/which-refusals.ts';
import type { Which } from '../grammar/command.ts';
import { stateNamedAfter, type SelectingVerb } from '../grammar/verbs.ts';
import { findDoneByWord } from './find-done-by-word.ts';

/** @throws {AppError} todo_not_found, ambiguous_word */
export async function resolveWhich(
  acts: Acts,
  listId: ListId,
  verb: SelectingVerb,
  which: Which,
): Promise<Selection> {
  if ('numbers' in which) return which;
  const find = stateNamedAfter(verb) === 'done' ? findDoneByWord(acts) : acts.findOpenByWord;
  const found = await find(listId, which.word);
  const [only] = found;
  if (only === undefined) throw noneContains(verb, which.word);
  if (found.length > 1) {
    throw ambiguous(which.word, found.map(rowOf), found.length, `${verb} ${only.number}`);
  }
  return { ids: [only.id] };
}
