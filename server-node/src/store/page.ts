import type { ListId } from '../todos/list.ts';
import type { Page, PageQuery } from '../todos/ports.ts';
import type { Todo } from '../todos/todo.ts';
import { AFTER_LAST, BEFORE_FIRST, cursorOf, placeOf } from './cursor.ts';
import { toTodo } from './mapping.ts';
import type { ReadQueries } from './read-queries.ts';
import type { Run } from './runner.ts';

/** Reads one row more than asked for, to know whether there is a next page. */
export async function readPage(
  run: Run,
  queries: ReadQueries,
  listId: ListId,
  query: PageQuery,
): Promise<Page> {
  const rows = await run(pageQuery(queries, listId, query));
  const todos = rows.slice(0, query.limit).map(toTodo);
  const last = todos.at(-1);
  return { todos, next: last === undefined || rows.length <= query.limit ? null : nextCursor(query, last) };
}

function pageQuery(queries: ReadQueries, listId: ListId, { state, cursor, limit }: PageQuery) {
  const wanted = { listId, limit: limit + 1 };
  return state === 'open'
    ? queries.openPage({
        ...wanted,
        ...(cursor === undefined ? BEFORE_FIRST : placeOf(cursor, Number.isFinite)),
      })
    : queries.donePage({
        ...wanted,
        ...(cursor === undefined ? AFTER_LAST : placeOf(cursor, Number.isSafeInteger)),
      });
}

function nextCursor({ state }: PageQuery, { order, doneAt, number }: Todo): string {
  return cursorOf({ at: state === 'open' ? order : (doneAt ?? 0), number });
}
