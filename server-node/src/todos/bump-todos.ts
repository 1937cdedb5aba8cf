import type { Acts, Selection } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos, touchesOf } from './change-todos.ts';
import type { Planner } from './plan.ts';
import { bumped } from './request-rules.ts';

/** Whoever sent it asks again. */
export function makeBumpTodos(deps: ActDeps): Acts['bump'] {
  const changeList = makeChangeList(deps);
  return (request, which, version) => changeList(request, 'bump', planBump(which, version), touchesOf(which));
}

const planBump =
  (which: Selection, version: number | undefined): Planner =>
  async (writer, list, locked) => {
    const rule = bumped(await writer.bumpedAt('sent' in which ? which.sent : []));
    return changeTodos({ which, version, rights: ['bump'], rule })(writer, list, locked);
  };
