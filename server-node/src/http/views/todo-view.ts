import type { TodoView } from '../../contract/todo-view.ts';
import type { ChannelId, UserId } from '../../shared/ids.ts';
import { isOfAnother, type ListId } from '../../todos/list.ts';
import { gone, type Todo } from '../../todos/todo.ts';

/** For whom a to-do is shown; `anyReader`: for whoever may read the list that it is in. */
export type Viewer = UserId | 'anyReader';

/**
 * All that is kept of a to-do may be seen by a reader of its list, but for the message it was made from. Whoever sent it
 * into another person's list learns neither its number and place there, which tell how much that person has to do, nor
 * when others are reminded.
 *
 * @param hidden channels whose messages the viewer must not hear of
 */
export function todoView(todo: Todo, hidden: ReadonlySet<ChannelId>, viewer: Viewer): TodoView {
  const source = todo.source === null || hidden.has(todo.source.channelId) ? null : todo.source;
  // Most are shown as they are: long answers need no copy of each.
  if (isReaderOf(viewer, todo.listId)) return source === todo.source ? todo : { ...todo, source };
  const reminders = todo.reminders.filter(({ byId }) => byId === viewer);
  return { ...todo, source, number: 0, order: 0, reminders };
}

/** As far as a person's list goes: whether others may be read is asked before. */
export const isReaderOf = (viewer: Viewer, listId: ListId): boolean =>
  viewer === 'anyReader' || !isOfAnother(listId, viewer);

/** What a reader of `listId` is told of a to-do that left it for good. */
export const goneView = (listId: ListId, todo: Todo): TodoView => ({ ...gone(todo), listId });
