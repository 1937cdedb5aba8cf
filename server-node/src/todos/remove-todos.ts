import type { Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos } from './change-todos.ts';
import { removed } from './todo-rules.ts';

/** Deleted ones keep their number and their row, so that undo can bring them back. */
export function makeRemoveTodos(deps: ActDeps): Acts['remove'] {
  const changeList = makeChangeList(deps);
  return (request, which, version) =>
    changeList(request, 'delete', changeTodos({ which, version, rule: removed, deletedToo: true }));
}
