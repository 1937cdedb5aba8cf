import type { Acts, Writes } from './acts.ts';
import { makeAddTodos } from './add-todos.ts';
import { makeAcceptTodos, makeDeclineTodos } from './answer-requests.ts';
import { makeAssignTodos } from './assign-todos.ts';
import { makeBumpTodos } from './bump-todos.ts';
import type { ActDeps } from './change-list.ts';
import { makeCompleteTodos } from './complete-todos.ts';
import { makeEditTodos } from './edit-todos.ts';
import { makeReads } from './read-todos.ts';
import { makeRemoveTodos } from './remove-todos.ts';
import { makeReopenTodos } from './reopen-todos.ts';
import { makeRemindOfTodos } from './remind-of-todos.ts';
import { makeSendTodos } from './send-todos.ts';
import { makeSkipTodos } from './skip-todos.ts';
import { makeSnoozeTodos } from './snooze-todos.ts';
import { makeTakeBackTodos } from './take-back-todos.ts';
import { tellingChanges, type TellChange } from './telling-changes.ts';
import { makeUndoChange } from './undo-change.ts';

/** @param tell hears of each change that was made here */
export function makeActs(deps: ActDeps, tell?: TellChange): Acts {
  const writes: Writes = {
    add: makeAddTodos(deps),
    edit: makeEditTodos(deps),
    complete: makeCompleteTodos(deps),
    reopen: makeReopenTodos(deps),
    remove: makeRemoveTodos(deps),
    snooze: makeSnoozeTodos(deps),
    skip: makeSkipTodos(deps),
    remind: makeRemindOfTodos(deps),
    send: makeSendTodos(deps),
    assign: makeAssignTodos(deps),
    accept: makeAcceptTodos(deps),
    decline: makeDeclineTodos(deps),
    takeBack: makeTakeBackTodos(deps),
    bump: makeBumpTodos(deps),
    undo: makeUndoChange(deps),
  };
  return { ...(tell === undefined ? writes : tellingChanges(writes, tell)), ...makeReads(deps.store) };
}
