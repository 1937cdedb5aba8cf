import { LRUCache } from 'lru-cache';
import type { ListId } from '../todos/list.ts';
import { MOST_DONE_SEARCHED, type WordsQuery } from '../todos/ports.ts';
import type { ReadQueries } from './read-queries.ts';
import type { Run } from './runner.ts';

/** Of all lists together, in UTF-16 units. */
const MOST_LENGTH = 4_000_000;
const OVERHEAD_LENGTH = 50;

export interface TextOfTodo {
  readonly id: string;
  readonly text: string;
}

/** The texts of a list's to-dos in this state that are searched. */
export type TextsOf = (listId: ListId, state: WordsQuery['state']) => Promise<readonly TextOfTodo[]>;

export const readTexts =
  (run: Run, queries: ReadQueries): TextsOf =>
  (listId, state) =>
    run(
      state === 'open'
        ? queries.openTexts({ listId })
        : queries.doneTexts({ listId, limit: MOST_DONE_SEARCHED }),
    );

/**
 * Keeps them for as long as their list has the same revision: while somebody types a word, each letter searches the
 * same texts. The revision is read first, so that what is kept may be newer than it, and never older.
 */
export function keptTexts(run: Run, queries: ReadQueries, mostLength = MOST_LENGTH): TextsOf {
  const read = readTexts(run, queries);
  const kept = new LRUCache<string, { revision: number; texts: readonly TextOfTodo[] }>({
    maxSize: mostLength,
    sizeCalculation: ({ texts }) =>
      texts.reduce((sum, { text }) => sum + text.length + OVERHEAD_LENGTH, OVERHEAD_LENGTH),
  });
  return async (listId, state) => {
    const [list] = await run(queries.list({ id: listId }));
    if (list === undefined) return [];
    const key = `${listId} ${state}`;
    const known = kept.get(key);
    const revision = Number(list.revision);
    if (known?.revision === revision) return known.texts;
    const texts = await read(listId, state);
    kept.set(key, { revision, texts });
    return texts;
  };
}
