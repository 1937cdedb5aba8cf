import type { ListView, ProgramListView } from '../../contract/todo-view.ts';
import { listOwner } from '../../todos/list.ts';
import type { ListRow } from '../../todos/ports.ts';

/** What changes with each change of the list, whichever page of it is shown. */
export const listHead = (
  list: ListRow,
): Pick<ListView, 'id' | 'kind' | 'revision' | 'openCount' | 'doneCount'> => ({
  id: list.id,
  kind: listOwner(list.id).kind,
  revision: list.revision,
  openCount: list.openCount,
  doneCount: list.doneCount,
});

/** A list that an external program keeps has no rows of ours. */
export function programListView(id: ListRow['id'], program: ProgramListView): ListView {
  const counts = {
    openCount: program.rows.filter(({ done }) => !done).length,
    doneCount: program.rows.filter(({ done }) => done).length,
  };
  return { id, kind: listOwner(id).kind, revision: 0, ...counts, todos: [], next: null, doneBy: {}, program };
}
