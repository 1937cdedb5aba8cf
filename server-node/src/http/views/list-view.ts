import type { OpenedList } from '../../callers/list-access.ts';
import type { ListView, ProgramListView, ReadOnlyReason } from '../../contract/todo-view.ts';
import { listOwner } from '../../todos/list.ts';
import type { ListRow } from '../../todos/ports.ts';

/** What changes with each change of the list and with the rights of its reader, whichever page of it is shown. */
export const listHead = (
  list: ListRow,
  readOnly: ReadOnlyReason | undefined,
): Pick<ListView, 'id' | 'kind' | 'revision' | 'openCount' | 'doneCount' | 'readOnly'> => ({
  id: list.id,
  kind: listOwner(list.id).kind,
  revision: list.revision,
  openCount: list.openCount,
  doneCount: list.doneCount,
  ...(readOnly === undefined ? {} : { readOnly }),
});

/** A list that an external program keeps has no rows of ours. */
export function programListView({ listId: id, ...opened }: OpenedList, program: ProgramListView): ListView {
  const counts = {
    openCount: program.rows.filter(({ done }) => !done).length,
    doneCount: program.rows.filter(({ done }) => done).length,
  };
  const { kind } = listOwner(id);
  return { id, kind, revision: 0, ...counts, todos: [], next: null, doneBy: {}, ...opened, program };
}
