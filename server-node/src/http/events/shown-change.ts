import type { UserId } from '../../shared/ids.ts';
import type { ListId } from '../../todos/list.ts';
import type { ListRow, TodoReader } from '../../todos/ports.ts';
import { isReceived, type ChangeId, type Todo } from '../../todos/todo.ts';
import type { Addressed, Concerned } from '../../todos/whom-it-concerns.ts';
import type { ShownChange } from '../views/change-view.ts';

/** One to-do's part in a change: where it was and whose, where it went, and as it is now or as the change left it. */
export interface Touched {
  readonly todo: Todo;
  readonly was: Partial<Concerned>;
  readonly wentTo: ListId;
}

export interface TouchingChange {
  readonly id: ChangeId;
  readonly actorId: UserId;
  readonly touched: readonly Touched[];
}

/** The rows of its lists as it left them. */
export type MadeChange = TouchingChange & { readonly lists: readonly ListRow[] };

export interface ChangeReader extends Pick<TodoReader, 'list' | 'change' | 'findMany'> {
  /** What this process made itself, without asking the store; undefined where another did, or long ago. */
  made?: (id: ChangeId) => MadeChange | undefined;
}

/**
 * A change as it is told there: as readers of a list see it, or, to somebody by name, in the form of a change of their
 * own list, whose row is as it is anyway. The list's row is read before the to-dos, so that a reader may get rows newer
 * than the revision, never older ones.
 *
 * @returns undefined when nothing of it concerns whoever is addressed by name
 */
export async function readShownChange(
  reader: ChangeReader,
  addressed: Addressed,
  id: ChangeId,
): Promise<ShownChange | undefined> {
  const made = reader.made?.(id);
  if (addressed.isByName) {
    const { actorId, touched } = made ?? (await readTouched(reader, id));
    const todos = touched.filter((one) => concerns(addressed.to.userId, one)).map(({ todo }) => todo);
    return todos.length === 0 ? undefined : { id, actorId, todos, list: await reader.list(addressed.listId) };
  }
  const { listId } = addressed;
  const list = made?.lists.find((one) => one.id === listId) ?? (await reader.list(listId));
  const { actorId, touched } = made ?? (await readTouched(reader, id));
  const own = touched.filter(({ was, wentTo }) => was.listId === listId || wentTo === listId);
  return { id, actorId, list, todos: own.map(({ todo }) => todo) };
}

async function readTouched(reader: ChangeReader, id: ChangeId): Promise<TouchingChange> {
  const lines = await reader.change(id);
  const [first] = lines;
  if (first === undefined)
    throw new Error(`Expected the change ${id} to have a line in the history; it has none.`);
  const todos = await reader.findMany([...new Set(lines.map(({ todoId }) => todoId))]);
  const lineOf = new Map(lines.map((line) => [line.todoId, line]));
  const touched = todos.flatMap((todo): Touched[] => {
    const line = lineOf.get(todo.id);
    return line === undefined ? [] : [{ todo, was: line.before, wentTo: line.listId }];
  });
  return { id, actorId: first.actorId, touched };
}

/** Of what a person sent to others all, and of lists of several people what they have or had. */
function concerns(personId: UserId, { todo, was }: Touched): boolean {
  if (isReceived(todo)) return todo.creatorId === personId;
  return todo.assigneeId === personId || was.assigneeId === personId;
}
