import type { Caller } from '../../callers/ports.ts';
import type { ChangeView } from '../../contract/todo-view.ts';
import type { ChannelId, UserId } from '../../shared/ids.ts';
import type { ListRow } from '../../todos/ports.ts';
import { isGoneFrom, type ChangeId, type Todo } from '../../todos/todo.ts';
import { todosThatFit } from '../../todos/too-long.ts';
import { hiddenChannels } from './source-visibility.ts';
import { goneView, todoView, type Viewer } from './todo-view.ts';

/** The part of a change that is shown. */
export interface ShownChange {
  id: ChangeId;
  actorId: UserId;
  todos: readonly Todo[];
  list: ListRow;
}

/** As an answer. Where not all of its to-dos fit, everybody is told to fetch the list, whoever made the change as well. */
export async function changeViewFor(caller: Caller, change: ShownChange): Promise<ChangeView> {
  const shown = { ...change, todos: todosThatFit(change.todos) };
  return changeView(shown, await hiddenChannels(caller, shown.todos), caller.userId);
}

export function changeView(change: ShownChange, hidden: ReadonlySet<ChannelId>, viewer: Viewer): ChangeView {
  const { id, actorId, todos, list } = change;
  return {
    changeId: id,
    actorId,
    listId: list.id,
    revision: list.revision,
    openCount: list.openCount,
    doneCount: list.doneCount,
    todos: todos.map((todo) =>
      viewer !== 'anyReader' && isGoneFrom(viewer, todo)
        ? goneView(list.id, todo)
        : todoView(todo, hidden, viewer),
    ),
  };
}
