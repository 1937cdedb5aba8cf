import type { TodoView } from '../../contract/todo-view.ts';
import type { ChannelId } from '../../shared/ids.ts';
import type { Todo } from '../../todos/todo.ts';

/** @param hidden channels whose messages the reader must not hear of */
export function todoView(todo: Todo, hidden: ReadonlySet<ChannelId>): TodoView {
  return {
    id: todo.id,
    listId: todo.listId,
    number: todo.number,
    text: todo.text,
    notes: todo.notes,
    state: todo.state,
    creatorId: todo.creatorId,
    assigneeId: todo.assigneeId,
    order: todo.order,
    version: todo.version,
    createdAt: todo.createdAt,
    updatedAt: todo.updatedAt,
    doneAt: todo.doneAt,
    source: todo.source === null || hidden.has(todo.source.channelId) ? null : todo.source,
  };
}
