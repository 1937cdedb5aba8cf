import type { HistoryLine, TodoReader } from './ports.ts';
import type { Todo } from './todo.ts';

/** The to-dos of one change as they are now, in the order of the change. */
export async function rowsOfLines(reader: TodoReader, lines: readonly HistoryLine[]): Promise<Todo[]> {
  const ids = lines.map(({ todoId }) => todoId);
  const found = new Map((await reader.findMany(ids)).map((todo) => [todo.id, todo]));
  return ids.flatMap((id) => found.get(id) ?? []);
}
