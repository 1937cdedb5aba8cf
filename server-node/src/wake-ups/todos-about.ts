import type { TodoReader } from '../todos/ports.ts';
import type { Todo, TodoId } from '../todos/todo.ts';
import type { TakenWakeUp } from './wake-up.ts';

/** The to-dos that wake-ups are about, as they are now, by what stands in `about`. */
export async function todosAbout(
  reader: Pick<TodoReader, 'findMany'>,
  wakeUps: readonly TakenWakeUp[],
): Promise<ReadonlyMap<string, Todo>> {
  const ids = [...new Set(wakeUps.map(({ about }) => about as TodoId))];
  return new Map((await reader.findMany(ids)).map((todo) => [todo.id, todo]));
}
