import { checkListAccess } from './list-access.ts';
import type { Caller } from './ports.ts';
import { AppError, type ErrorCode } from '../shared/app-error.ts';
import type { Acts } from '../todos/acts.ts';
import type { ListId } from '../todos/list.ts';
import type { Right } from '../todos/rights.ts';
import type { ChangeId, Todo, TodoId } from '../todos/todo.ts';

/**
 * A to-do that the caller may use. One of a list closed to the caller is refused in the same words as one that
 * does not exist, so that ids tell nothing.
 */
export async function openTodo(
  acts: Acts,
  caller: Caller,
  rights: readonly Right[],
  id: TodoId,
): Promise<Todo> {
  return sameRefusal('todo_not_found', 'There is no such to-do; it may have been deleted.', async () => {
    const todo = await acts.find(id);
    await checkListAccess(caller, rights, todo.listId);
    return todo;
  });
}

/** The list of a change that is to be undone, under the same rule. */
export async function openChange(acts: Acts, caller: Caller, id: ChangeId): Promise<ListId> {
  return sameRefusal('not_found', 'There is no such change.', async () => {
    const { listId } = await acts.changeOf(id);
    await checkListAccess(caller, ['undo'], listId);
    return listId;
  });
}

const CLOSED: ReadonlySet<ErrorCode> = new Set(['todo_not_found', 'list_forbidden', 'not_found']);

async function sameRefusal<T>(code: ErrorCode, message: string, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof AppError && CLOSED.has(error.code)) throw new AppError(code, message);
    throw error;
  }
}
