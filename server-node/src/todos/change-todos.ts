import { AppError } from '../shared/app-error.ts';
import type { Selection } from './acts.ts';
import type { Plan, Planner } from './plan.ts';
import { refusedAct } from './refused-act.ts';
import { refuseDeleted, selectTodos } from './select-todos.ts';
import type { Rule } from './rule.ts';
import type { Todo } from './todo.ts';

interface Choice {
  which: Selection;
  /** The version the caller saw; undefined: whichever. */
  version: number | undefined;
  rule: Rule;
  /** Whether deleted ones may be chosen. */
  deletedToo?: boolean;
  saysReminders?: boolean;
}

/** Plans one rule for all chosen to-dos. */
export function changeTodos({
  which,
  version,
  rule,
  deletedToo = false,
  saysReminders = false,
}: Choice): Planner {
  return async (reader, list): Promise<Plan> => {
    const todos = await selectTodos(reader, list.id, which);
    const apply = (at: number) => {
      if (!deletedToo) refuseDeleted(todos);
      refuseOtherVersion(todos, version);
      return todos.map((todo) => rule(todo, at));
    };
    return { todos, apply, saysReminders: () => saysReminders };
  };
}

function refuseOtherVersion(todos: readonly Todo[], expected: number | undefined): void {
  if (expected === undefined) return;
  const todo = todos.find((one) => one.version !== expected);
  if (todo === undefined) return;
  const { number, version } = todo;
  throw new AppError(
    'version_conflict',
    `To-do ${number} was changed in the meantime: expected version ${expected}, it is at ${version}. Look at it again.`,
    { details: { todo, ...refusedAct({ kind: 'other_version', number, expected, version }) } },
  );
}
