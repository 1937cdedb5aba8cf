import type { PageStart } from '../../replies/press-act.ts';
import type { Acts } from '../../todos/acts.ts';
import type { ListId } from '../../todos/list.ts';
import { openTodos } from '../../todos/open-todos.ts';
import type { Todo } from '../../todos/todo.ts';

/** A stretch of the open to-dos of a list. */
export interface ListPage {
  todos: readonly Todo[];
  /** Of all that are open. */
  total: number;
  /** How many stand before this page. */
  before: number;
  /** Left out: this is the first page. */
  previous?: PageStart;
}

/**
 * The page that begins there, however many of those before it are ticked meanwhile; where nothing is left behind that
 * place, the last page.
 *
 * @param length how many it has at most
 */
export async function listPage(
  acts: Pick<Acts, 'page' | 'list'>,
  listId: ListId,
  { behind }: PageStart,
  length: number,
): Promise<ListPage> {
  if (behind === undefined) {
    const [{ todos }, { openCount }] = await Promise.all([
      acts.page(listId, { state: 'open', limit: length }),
      acts.list(listId),
    ]);
    return { todos, total: Math.max(todos.length, openCount), before: 0 };
  }
  const open = await openTodos(acts, listId);
  const found = open.findIndex(
    ({ order, number }) => order > behind.order || (order === behind.order && number > behind.number),
  );
  const before = found === -1 ? Math.max(0, open.length - length) : found;
  const page = { todos: open.slice(before, before + length), total: open.length, before };
  return before === 0 ? page : { ...page, previous: startBehind(open[before - length - 1]) };
}

/** @param todo undefined: from the first one */
export const startBehind = (todo: Pick<Todo, 'order' | 'number'> | undefined): PageStart =>
  todo === undefined ? {} : { behind: { order: todo.order, number: todo.number } };
