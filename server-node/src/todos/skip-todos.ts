import type { Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos } from './change-todos.ts';
import { skipped } from './repetition.ts';

export function makeSkipTodos(deps: ActDeps): Acts['skip'] {
  const changeList = makeChangeList(deps);
  return (request, which, version) =>
    changeList(request, 'skip', changeTodos({ which, version, rights: ['skip'], rule: skipped }));
}
