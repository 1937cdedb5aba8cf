import type { TodoView } from '../../contract/todo-view.ts';
import type { ChannelId } from '../../shared/ids.ts';
import type { Todo } from '../../todos/todo.ts';

/**
 * All that is kept of a to-do may be seen by its reader, but for the message it was made from.
 *
 * @param hidden channels whose messages the reader must not hear of
 */
export function todoView(todo: Todo, hidden: ReadonlySet<ChannelId>): TodoView {
  return { ...todo, source: todo.source === null || hidden.has(todo.source.channelId) ? null : todo.source };
}
