import type { Writes } from './acts.ts';
import type { ListId } from './list.ts';
import type { Change } from './ports.ts';
import type { ChangeId } from './todo.ts';

export type TellChange = (change: { listId: ListId; changeId: ChangeId }) => void;

type Act = (...args: never[]) => Promise<Change>;

/** All the same acts, telling of each change that they made; not of one that wrote nothing. */
export function tellingChanges(writes: Writes, tell: TellChange): Writes {
  const telling =
    (act: Act): Act =>
    async (...args) => {
      const change = await act(...args);
      if (change.unchanged.length < change.todos.length) {
        tell({ listId: change.list.id, changeId: change.id });
      }
      return change;
    };
  const acts = Object.entries(writes).map(([name, act]) => [name, telling(act as Act)]);
  return Object.fromEntries(acts) as Writes;
}
