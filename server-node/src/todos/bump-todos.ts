import type { Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos, touchesOf } from './change-todos.ts';
import { bumped } from './request-rules.ts';

/** Whoever sent it asks again. */
export function makeBumpTodos(deps: ActDeps): Acts['bump'] {
  const changeList = makeChangeList(deps);
  return (request, which, version) =>
    changeList(
      request,
      'bump',
      changeTodos({ which, version, rights: ['bump'], rule: bumped }),
      touchesOf(which),
    );
}
