import type { Acts } from '../../todos/acts.ts';
import type { ListId } from '../../todos/list.ts';
import type { Todo } from '../../todos/todo.ts';

const PAGE_SIZE = 500;
/** Only the newest done ones are searched: 2,000 of them. */
const MOST_PAGES = 4;
const MOST_MATCHES = 10;

/** Done ones whose text contains the word, whatever the case; the newest first, at most 10. */
export function findDoneByWord(acts: Pick<Acts, 'page'>) {
  return async (listId: ListId, word: string): Promise<Todo[]> => {
    const found: Todo[] = [];
    let cursor: string | undefined;
    for (let page = 0; page < MOST_PAGES && found.length < MOST_MATCHES; page += 1) {
      const { todos, next } = await acts.page(listId, { state: 'done', limit: PAGE_SIZE, cursor });
      found.push(...todos.filter(({ text }) => contains(text, word)));
      if (next === null) break;
      cursor = next;
    }
    return found.slice(0, MOST_MATCHES);
  };
}

export const contains = (text: string, word: string): boolean =>
  text.toLowerCase().includes(word.toLowerCase());
