import type { Acts, Selection } from '../../todos/acts.ts';
import type { ListId } from '../../todos/list.ts';
import { rowOf } from '../answers/rows.ts';
import { MOST_CANDIDATES, noneContains, takeTheNumber } from '../answers/which-refusals.ts';
import type { ChangingCommand } from '../grammar/command.ts';
import { stateNamedAfter, type SelectingVerb } from '../grammar/verbs.ts';

type Selecting = Pick<Extract<ChangingCommand, { verb: SelectingVerb }>, 'verb' | 'which' | 'line'> & {
  text?: string;
};

/**
 * Whole words name the one to-do that has them. Deleting never goes by words, and a word of which only the beginning
 * was given could be another one: both are answered with the numbers.
 *
 * @throws {AppError} todo_not_found, ambiguous_word
 */
export async function resolveWhich(
  acts: Pick<Acts, 'findByWords' | 'page'>,
  listId: ListId,
  { verb, which, line, text }: Selecting,
): Promise<Selection> {
  if ('numbers' in which) return which;
  if ('all' in which) return { every: 'open' };
  if ('first' in which) return firstOpen(acts, listId);
  const query = {
    words: which.word,
    state: stateNamedAfter(verb),
    limit: MOST_CANDIDATES,
  } as const;
  const whole = await acts.findByWords(listId, { ...query, extent: 'whole' });
  const found = whole.total > 0 ? whole : await acts.findByWords(listId, { ...query, extent: 'beginning' });
  const [first] = found.todos;
  if (first === undefined) throw noneContains(verb, which.word, line);
  if (whole.total === 1 && verb !== 'delete') return { ids: [first.id] };
  throw takeTheNumber({
    verb,
    word: which.word,
    isWhole: whole.total > 0,
    rows: found.todos.map(rowOf),
    total: found.total,
    example: `${verb} ${first.number}`,
    candidates: found.todos.map((todo) => ({
      text: todo.text,
      line: [verb, todo.number, text ?? []].flat().join(' '),
    })),
  });
}

async function firstOpen({ page }: Pick<Acts, 'page'>, listId: ListId): Promise<Selection> {
  const { todos } = await page(listId, { state: 'open', limit: 1 });
  // With none the act says that there is none.
  return todos.length === 0 ? { every: 'open' } : { ids: todos.map(({ id }) => id) };
}
