import type { EpochMs } from '../shared/time.ts';
import type { TodoReader } from '../todos/ports.ts';
import type { Todo, TodoId } from '../todos/todo.ts';

/**
 * Of which of what waits a message tells what was asked last, where that was asking again. So only the newest message of a
 * request says it, and none does where the request was sent anew, or where the last time of several was taken back: only
 * that last one is known.
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
