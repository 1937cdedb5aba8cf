import type { EpochMs } from '../shared/time.ts';
import type { TodoReader } from '../todos/ports.ts';
import type { Todo, TodoId } from '../todos/todo.ts';

/**
 * Which of what waits was asked again before a message told of it. A request that was sent anew, or of which asking again
 * was taken back, was not.
 *
 * @param toldAt of each, when the message told of it
 */
export async function askedAgain(
  { bumpedAt }: Pick<TodoReader, 'bumpedAt'>,
  waiting: readonly Pick<Todo, 'id' | 'requestedAt'>[],
  toldAt: (id: TodoId) => EpochMs,
): Promise<Set<TodoId>> {
  const bumped = await bumpedAt(waiting.map(({ id }) => id));
  const isAgain = ({ id, requestedAt }: Pick<Todo, 'id' | 'requestedAt'>) =>
    requestedAt !== null && bumped.get(id) === requestedAt && requestedAt <= toldAt(id);
  return new Set(waiting.filter(isAgain).map(({ id }) => id));
}
