import type { ListId } from '../todos/list.ts';
import type { Page, PageQuery } from '../todos/ports.ts';
import type { Todo } from '../todos/todo.ts';
import { todosThatFit } from '../todos/too-long.ts';
import { AFTER_LAST, BEFORE_FIRST, cursorOf, placeOf } from './cursor.ts';
import { toTodo } from './mapping.ts';
import type { ReadQueries } from './read-queries.ts';
import type { Run } from './runner.ts';

/** Rows read at once: the page most ask for is one query, and a larger one never holds many long texts too much. */
const CHUNK = 100;

/**
 * Reads one row more than asked for, to know whether there is a next page. Long texts make a shorter page, and
 * at most one chunk beyond its end is read.
 */
export async function readPage(
  run: Run,
  queries: ReadQueries,
  listId: ListId,
  query: PageQuery,
): Promise<Page> {
  const todos: Todo[] = [];
  let fitting = todos;
  let goesOn = true;
  while (goesOn && fitting.length === todos.length && todos.length < query.limit) {
    const limit = Math.min(CHUNK, query.limit - todos.length);
    const rows = await run(
      pageQuery(queries, listId, { ...query, limit, cursor: cursorAfter(query, todos) }),
    );
    goesOn = rows.length > limit;
    todos.push(...rows.slice(0, limit).map(toTodo));
    fitting = todosThatFit(todos);
  }
  const isAll = !goesOn && fitting.length === todos.length;
  return { todos: fitting, next: isAll ? null : (cursorAfter(query, fitting) ?? null) };
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

function cursorAfter({ state, cursor }: PageQuery, read: readonly Todo[]): string | undefined {
  const last = read.at(-1);
  if (last === undefined) return cursor;
  return cursorOf({ at: state === 'open' ? last.order : (last.doneAt ?? 0), number: last.number });
}
