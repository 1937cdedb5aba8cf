import type { ListId } from './list.ts';
import type { TodoReader } from './ports.ts';
import type { Todo } from './todo.ts';

const PAGE = 500;

/** All that are open in a list, in its order: a few thousand at most. */
export async function openTodos(reader: Pick<TodoReader, 'page'>, listId: ListId): Promise<Todo[]> {
  const todos: Todo[] = [];
  for (let cursor: string | undefined | null; cursor !== null;) {
    const page = await reader.page(listId, { state: 'open', limit: PAGE, cursor });
    todos.push(...page.todos);
    cursor = page.next;
  }
  return todos;
}
