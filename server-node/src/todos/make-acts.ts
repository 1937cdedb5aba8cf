import type { Acts } from './acts.ts';
import { makeAddTodos } from './add-todos.ts';
import type { ActDeps } from './change-list.ts';
import { makeCompleteTodos } from './complete-todos.ts';
import { makeEditTodos } from './edit-todos.ts';
import { makeReads } from './read-todos.ts';
import { makeRemoveTodos } from './remove-todos.ts';
import { makeReopenTodos } from './reopen-todos.ts';
import { makeUndoChange } from './undo-change.ts';

export function makeActs(deps: ActDeps): Acts {
  return {
    add: makeAddTodos(deps),
    edit: makeEditTodos(deps),
    complete: makeCompleteTodos(deps),
    reopen: makeReopenTodos(deps),
    remove: makeRemoveTodos(deps),
    undo: makeUndoChange(deps),
    ...makeReads(deps.store),
  };
}
