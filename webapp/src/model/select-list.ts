import type { RequestChange } from '@todo-node/server/contract/api';
import type { ListKey } from '@todo-node/server/contract/todo-view';
import { ownerOfList } from './list-names.ts';
import type { Row } from './select-rows.ts';
import { addedRows, type ModelState, type Pending, type PendingOf } from './state.ts';

/** Open to-dos of a list as the person sees them: the backend's count with what is still on its way. */
export function openCount(state: ModelState, listId: ListKey): number {
  const list = state.lists[listId];
  if (list === undefined) return 0;
  if (list.program !== null) return list.program.rows.filter((row) => !row.done).length;
  return Math.max(
    0,
    state.outbox.reduce((count, one) => count + shift(state, listId, one), list.openCount),
  );
}

/** Overdue and due today: the backend's count without what is ticked or deleted and on its way. */
export function dueCount(state: ModelState): number {
  const { due, outbox, todos } = state;
  if (due === null) return 0;
  const isLeaving = (one: Pending): boolean => {
    if (one.refusal !== null || !('todoId' in one)) return false;
    const { state: known, dueAt } = todos[one.todoId] ?? { state: 'done', dueAt: null };
    const isGone = one.kind === 'delete' || (one.kind === 'state' && one.state === 'done');
    return isGone && known === 'open' && dueAt !== null && dueAt <= due.todayEndsAt;
  };
  return Math.max(0, due.count - outbox.filter(isLeaving).length);
}

/** What these requests become is one more that is open. */
const OPENS: Partial<Record<RequestChange, number>> = { accepted: 1, taken_back: 1 };

/** It leaves the list for that of whoever is asked. */
function isSentBy({ listId, to }: PendingOf<'assign'>): boolean {
  const owner = ownerOfList(listId);
  return owner !== null && to !== null && to !== owner;
}

function shift(state: ModelState, listId: ListKey, one: ModelState['outbox'][number]): number {
  if (one.listId !== listId || one.refusal !== null) return 0;
  if (one.kind === 'add') return addedRows(one).length;
  if (!('todoId' in one)) return 0;
  const isOpen = (state.todos[one.todoId]?.state ?? 'open') === 'open';
  if (one.kind === 'assign') return isOpen && isSentBy(one) ? -1 : 0;
  if (one.kind === 'request') return OPENS[one.request] ?? (one.request === 'declined' && isOpen ? -1 : 0);
  if (one.kind === 'state') return one.state === 'open' ? (isOpen ? 0 : 1) : isOpen ? -1 : 0;
  return one.kind === 'delete' && isOpen ? -1 : 0;
}

/** Changes that wait for the connection. */
export const waitingCount = (state: ModelState): number =>
  state.outbox.filter((one) => one.refusal === null).length;

/** The refusal that the row shows; the first one, because the others depend on it. */
export const refusalOf = (row: Row) => row.pending.find((one) => one.refusal !== null);

/** The edit was not taken because others had changed or deleted the to-do: the person has to see that first. */
export const isConflict = (one: Pending): one is PendingOf<'edit'> =>
  one.kind === 'edit' && (one.refusal?.code === 'version_conflict' || one.refusal?.code === 'todo_not_found');
