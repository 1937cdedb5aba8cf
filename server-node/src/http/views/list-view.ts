import type { ListView, ProgramListView } from '../../contract/todo-view.ts';
import type { ChannelId, UserId } from '../../shared/ids.ts';
import { listOwner } from '../../todos/list.ts';
import type { ListRow, Page } from '../../todos/ports.ts';
import type { TodoId } from '../../todos/todo.ts';
import { todoView } from './todo-view.ts';

/** @param doneBy who ticked the done ones of the page */
export function listView(
  list: ListRow,
  page: Page,
  hidden: ReadonlySet<ChannelId>,
  doneBy: ReadonlyMap<TodoId, UserId>,
): ListView {
  return {
    id: list.id,
    kind: listOwner(list.id).kind,
    revision: list.revision,
    openCount: list.openCount,
    doneCount: list.doneCount,
    todos: page.todos.map((todo) => todoView(todo, hidden)),
    next: page.next,
    doneBy: Object.fromEntries(doneBy),
    program: null,
  };
}

/** A list that an external program keeps has no rows of ours. */
export function programListView(id: ListRow['id'], program: ProgramListView): ListView {
  const counts = {
    openCount: program.rows.filter(({ done }) => !done).length,
    doneCount: program.rows.filter(({ done }) => done).length,
  };
  return { id, kind: listOwner(id).kind, revision: 0, ...counts, todos: [], next: null, doneBy: {}, program };
}
