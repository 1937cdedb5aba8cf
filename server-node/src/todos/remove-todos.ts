import type { Acts } from './acts.ts';
import { makeChangeList, type ActDeps } from './change-list.ts';
import { changeTodos } from './change-todos.ts';
import { refuseToLose } from './request-rules.ts';
import type { Rule } from './rule.ts';
import { removed } from './todo-rules.ts';

/** Deleted ones keep their number and their row, so that undo can bring them back. */
export function makeRemoveTodos(deps: ActDeps): Acts['remove'] {
  const changeList = makeChangeList(deps);
  return (request, which, version) =>
    changeList(
      request,
      'delete',
      changeTodos({ which, version, rights: ['delete'], rule: removedByHand, deletedToo: true }),
    );
}

/** @throws {AppError} wrong_state */
const removedByHand: Rule = (todo, at) => {
  refuseToLose(todo);
  return removed(todo, at);
};
