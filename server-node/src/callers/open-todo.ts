import { checkAccess, checkListAccess } from './list-access.ts';
import type { Caller } from './ports.ts';
import { AppError, type ErrorCode } from '../shared/app-error.ts';
import type { UserId } from '../shared/ids.ts';
import type { Acts, Selection } from '../todos/acts.ts';
import { personList, type ListId } from '../todos/list.ts';
import type { Right } from '../todos/rights.ts';
import { wentAway } from '../todos/select-todos.ts';
import { isReceived, type ChangeId, type Todo, type TodoId } from '../todos/todo.ts';

/**
 * A to-do that the caller may use. One of a list closed to the caller is refused in the same words as one that
 * does not exist, so that ids tell nothing; but one that was in the caller's own list is said to have left it.
 *
 * @throws {AppError} todo_not_found, list_archived, not_allowed; mattermost_unavailable
 */
export async function openTodo(
  acts: Acts,
  caller: Caller,
  rights: readonly Right[],
  id: TodoId,
): Promise<Todo> {
  return sameRefusal(
    async () => {
      const todo = await acts.find(id);
      await checkAccess(caller, rights, todo);
      return todo;
    },
    async () => {
      const gone = await acts.wentAway(personList(caller.userId), id);
      return gone === undefined ? noSuchTodo() : wentAway(gone);
    },
  );
}

const noSuchTodo = () => new AppError('todo_not_found', 'There is no such to-do; it may have been deleted.');

/** The list in which a change was made that is to be undone, under the same rule. */
export async function openChange(acts: Acts, caller: Caller, id: ChangeId): Promise<ListId> {
  return sameRefusal(
    async () => {
      const { listId } = await acts.changeOf(id);
      await checkListAccess(caller, ['undo'], listId);
      return listId;
    },
    async () => new AppError('not_found', 'There is no such change.'),
  );
}

/** Where a person acts on a to-do that they may use, and how it is chosen there: what they sent, from their own list. */
export const choiceOf = (
  personId: UserId,
  todo: Pick<Todo, 'id' | 'listId' | 'creatorId'>,
): { listId: ListId; which: Selection } =>
  isReceived(todo) && todo.creatorId === personId
    ? { listId: personList(personId), which: { sent: [todo.id] } }
    : { listId: todo.listId, which: { ids: [todo.id] } };

const CLOSED: ReadonlySet<ErrorCode> = new Set(['todo_not_found', 'list_forbidden', 'not_found']);

async function sameRefusal<T>(open: () => Promise<T>, refusal: () => Promise<AppError>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof AppError && CLOSED.has(error.code)) throw await refusal();
    throw error;
  }
}
