import type { TodoView } from '@todo-node/server/contract/todo-view';
import { ownerOfList, personListKey } from './list-names.ts';
import type { PendingOf } from './state.ts';

/** A to-do as it is after an answer to a request, or after whoever asked took it back or asked again. */
export function withAnswer(todo: TodoView, { request, reason, at, listId }: PendingOf<'request'>): TodoView {
  switch (request) {
    case 'accepted':
      return { ...todo, state: 'open', request };
    case 'declined':
      return { ...todo, state: 'declined', request, requestReason: reason };
    case 'taken_back':
      return { ...todo, state: 'open', request: null, listId, assigneeId: todo.creatorId };
    case 'bumped':
      return { ...todo, requestedAt: at };
  }
}

/** A to-do of a person's list goes to whoever is asked; in a list of several people it only gets another assignee. */
export function withAssignee(todo: TodoView, { to, at }: PendingOf<'assign'>): TodoView {
  const owner = ownerOfList(todo.listId);
  if (owner === null || to === null || to === owner) return { ...todo, assigneeId: to };
  return {
    ...todo,
    ...{ listId: personListKey(to), number: 0, assigneeId: to },
    ...{ state: 'waiting', request: 'waiting', requestReason: '', requestedAt: at },
  };
}
