import type { HostStore } from '../host/host-state.ts';
import type { ModelAction } from '../model/actions.ts';
import type { ModelState } from '../model/state.ts';
import type { Timers } from './timers.ts';

/** A ticked to-do stays this long in its place before it folds away. */
export const LINGER_MS = 1_500;

interface Model {
  read: () => ModelState;
  dispatch: (action: ModelAction) => void;
}

/** Lets each to-do that was ticked, by whomever, fold away when its time is over. */
export function settleTicked(
  store: HostStore,
  { read, dispatch }: Model,
  later: Timers['later'],
): () => void {
  let seen = read().lingering;

  function settle(todoId: string): void {
    const names = Object.entries(read().localNames).filter(([, local]) => local === todoId);
    for (const id of [todoId, ...names.map(([id]) => id)])
      dispatch({ type: 'todo-node/settled', todoId: id });
  }

  return store.subscribe(() => {
    const { lingering } = read();
    if (lingering === seen) return;
    const ticked = Object.keys(lingering).filter((id) => !(id in seen));
    seen = lingering;
    for (const id of ticked) later(() => settle(id), LINGER_MS);
  });
}
