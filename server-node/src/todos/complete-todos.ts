import type { Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos } from './change-todos.ts';
import { completed } from './todo-rules.ts';

export function makeCompleteTodos(deps: ActDeps): Acts['complete'] {
  const changeList = makeChangeList(deps);
  return (request, which, version) =>
    changeList(request, 'done', changeTodos({ which, version, rule: completed }));
}
