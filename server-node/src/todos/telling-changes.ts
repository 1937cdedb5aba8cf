import type { Writes } from './acts.ts';
import type { Change } from './ports.ts';
import type { Announced } from './whom-it-concerns.ts';

export type TellChange = (change: Announced) => void;

type Act = (...args: never[]) => Promise<Change>;

/** All the same acts, telling of each change that they made; not of one that wrote nothing. */
export function tellingChanges(writes: Writes, tell: TellChange): Writes {
  const telling =
    (act: Act): Act =>
    async (...args) => {
      const change = await act(...args);
      if (change.unchanged.length < change.todos.length) {
        tell({ changeId: change.id, ...change.concerns });
      }
      return change;
    };
  const acts = Object.entries(writes).map(([name, act]) => [name, telling(act as Act)]);
  return Object.fromEntries(acts) as Writes;
}
