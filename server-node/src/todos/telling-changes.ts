import type { Acts } from './acts.ts';
import type { ListId } from './list.ts';
import type { Change } from './ports.ts';
import type { ChangeId } from './todo.ts';

type Writes = Pick<Acts, 'add' | 'edit' | 'complete' | 'reopen' | 'remove' | 'undo'>;

/** The same acts, telling of each change that they made; not of one that wrote nothing. */
export function tellingChanges(
  acts: Acts,
  tell: (change: { listId: ListId; changeId: ChangeId }) => void,
): Acts {
  const telling =
    <Args extends unknown[]>(act: (...args: Args) => Promise<Change>) =>
    async (...args: Args): Promise<Change> => {
      const change = await act(...args);
      if (change.unchanged.length < change.todos.length) {
        tell({ listId: change.list.id, changeId: change.id });
      }
      return change;
    };
  const writes: Writes = {
    add: telling(acts.add),
    edit: telling(acts.edit),
    complete: telling(acts.complete),
    reopen: telling(acts.reopen),
    remove: telling(acts.remove),
    undo: telling(acts.undo),
  };
  return { ...acts, ...writes };
}
