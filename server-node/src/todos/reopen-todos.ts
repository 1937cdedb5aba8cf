import type { Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos } from './change-todos.ts';
import { reopened } from './todo-rules.ts';

export function makeReopenTodos(deps: ActDeps): Acts['reopen'] {
  const changeList = makeChangeList(deps);
  return (request, which, version) =>
    changeList(request, 'reopen', changeTodos({ which, version, rights: ['reopen'], rule: reopened }));
}
