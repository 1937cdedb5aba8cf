import { AppError } from '../shared/app-error.ts';
import type { Selection } from './acts.ts';
import { listOwner, type ListId } from './list.ts';
import { named } from './named.ts';
import type { Plan, Planner, Touches } from './plan.ts';
import { refusedAct } from './refused-act.ts';
import { refuseWithoutRight } from './right-refused.ts';
import type { Relation, Right } from './rights.ts';
import { refuseDeleted, selectTodos } from './select-todos.ts';
import type { Rule } from './rule.ts';
import type { Todo } from './todo.ts';

interface Choice {
  which: Selection;
  /** The version the caller saw; undefined: whichever. */
  version: number | undefined;
  /** Given to the actor in some state of a to-do, as was found out before; here it is asked of the state that each has. */
  rights: readonly Right[];
  rule: Rule;
  /** Whether deleted ones may be chosen. */
  deletedToo?: boolean;
  saysReminders?: boolean;
}

/** Plans one rule for all chosen to-dos. */
export function changeTodos({ rule, saysReminders = false, ...choice }: Choice): Planner {
  return async (reader, list): Promise<Plan> => {
    const todos = await selectTodos(reader, list.id, choice.which);
    const apply = (at: number) => {
      refuseUnfit(todos, list.id, choice);
      return todos.map((todo) => rule(todo, at));
    };
    return { todos, apply, saysReminders: () => saysReminders };
  };
}

/** @throws {AppError} todo_not_found, version_conflict, not_allowed */
export function refuseUnfit(
  todos: readonly Todo[],
  listId: ListId,
  { which, version, rights, deletedToo = false }: Omit<Choice, 'rule'>,
): void {
  // Whoever sent them does not know their numbers there.
  const known = 'sent' in which ? todos.map((todo) => ({ ...todo, number: 0 })) : todos;
  if (!deletedToo) refuseDeleted(known);
  refuseOtherVersion(known, version);
  refuseWithoutRight('sent' in which ? 'asker' : relationIn(listId), rights, known);
}

/** Of those who may change it, as was found out before. */
function relationIn(listId: ListId): Relation {
  const { kind } = listOwner(listId);
  return ({ person: 'owner', channel: 'reader', shared: 'member' } as const)[kind];
}

/** The lists of to-dos that were sent from the list in which the act is made. */
export const touchesOf = (which: Selection): Touches | undefined =>
  'sent' in which
    ? async (reader) => (await reader.findMany(which.sent)).map(({ listId }) => listId)
    : undefined;

function refuseOtherVersion(todos: readonly Todo[], expected: number | undefined): void {
  if (expected === undefined) return;
  const todo = todos.find((one) => one.version !== expected);
  if (todo === undefined) return;
  const { number, version } = todo;
  throw new AppError(
    'version_conflict',
    `${named(number)} was changed in the meantime: expected version ${expected}, it is at ${version}. Look at it again.`,
    { details: { todo, ...refusedAct({ kind: 'other_version', number, expected, version }) } },
  );
}
