import { AppError } from '../shared/app-error.ts';
import type { Selection } from './acts.ts';
import { personList, type ListId } from './list.ts';
import { named } from './named.ts';
import type { TodoReader, WentAway } from './ports.ts';
import { openTodos } from './open-todos.ts';
import { refusedAct } from './refused-act.ts';
import { isReceived, type Todo } from './todo.ts';

/**
 * The chosen to-dos of one list, or those that its owner sent from there, deleted ones too, each once, in the order they
 * were asked for.
 *
 * @throws {AppError} todo_not_found naming all that are missing, or when none is open; invalid_input when none was
 *   asked for
 */
export async function selectTodos(reader: TodoReader, listId: ListId, which: Selection): Promise<Todo[]> {
  if ('every' in which) return everyOpen(reader, listId);
  const { wanted, found } = await lookUp(reader, listId, which);
  if (wanted.length === 0) {
    throw new AppError('invalid_input', 'Expected at least one to-do; got none. Give its number.', {
      details: refusedAct({ kind: 'none_named' }),
    });
  }
  const missing = wanted.filter((key) => !found.has(key));
  if (missing.length > 0) {
    await refuseWentAway(reader, listId, which);
    throw notFound(missing);
  }
  return wanted.flatMap((key) => found.get(key) ?? []);
}

async function everyOpen(reader: TodoReader, listId: ListId): Promise<Todo[]> {
  const todos = await openTodos(reader, listId);
  if (todos.length > 0) return todos;
  throw new AppError('todo_not_found', 'Nothing is open in this list. Nothing was changed.', {
    details: refusedAct({ kind: 'none_open' }),
  });
}

interface Found {
  wanted: readonly (string | number)[];
  found: ReadonlyMap<string | number, Todo>;
}

type Named = Exclude<Selection, { every: 'open' }>;

async function lookUp(reader: TodoReader, listId: ListId, which: Named): Promise<Found> {
  if ('numbers' in which) {
    const wanted = [...new Set(which.numbers)];
    const todos = await reader.findByNumbers(listId, wanted);
    return { wanted, found: new Map(todos.map((todo) => [todo.number, todo])) };
  }
  const wanted = [...new Set('sent' in which ? which.sent : which.ids)];
  const isChosen = 'sent' in which ? isSentFrom(listId) : (todo: Todo) => todo.listId === listId;
  const todos = (await reader.findMany(wanted)).filter(isChosen);
  return { wanted, found: new Map(todos.map((todo) => [todo.id, todo])) };
}

const isSentFrom =
  (listId: ListId) =>
  (todo: Todo): boolean =>
    isReceived(todo) && personList(todo.creatorId) === listId;

/** @throws {AppError} todo_not_found naming those that were deleted */
export function refuseDeleted(todos: readonly Todo[]): void {
  const deleted = todos.filter(({ state }) => state === 'deleted').map(({ number }) => number);
  if (deleted.length > 0) {
    const subject =
      deleted.length === 1 ? `${named(deleted[0] ?? 0)} was` : `To-dos ${deleted.join(', ')} were`;
    throw new AppError('todo_not_found', `${subject} deleted. Nothing was changed.`, {
      details: { missing: deleted, ...refusedAct({ kind: 'deleted', numbers: deleted }) },
    });
  }
}

/** @throws {AppError} todo_not_found for the first that was in this list and left it */
async function refuseWentAway(reader: TodoReader, listId: ListId, which: Named): Promise<void> {
  const [gone] = 'sent' in which ? [] : await reader.wentAway(listId, which);
  if (gone !== undefined) throw wentAway(gone);
}

/** For a list's reader, who knows that it was there. */
export function wentAway({ key: missing, toId, isBack }: WentAway): AppError {
  const subject = typeof missing === 'number' ? named(missing) : named(0);
  const what = isBack ? 'taken back by the person who asked for it' : 'sent to somebody else';
  return new AppError(
    'todo_not_found',
    `${subject} was ${what}, and is not in this list any more. Nothing was changed.`,
    { details: { missing: [missing], ...refusedAct({ kind: 'went_away', missing, toId, isBack }) } },
  );
}

function notFound(missing: readonly (string | number)[]): AppError {
  const subject = missing.length === 1 ? 'is no to-do' : 'are no to-dos';
  return new AppError(
    'todo_not_found',
    `There ${subject} ${missing.join(', ')} in this list. Nothing was changed.`,
    { details: { missing, ...refusedAct({ kind: 'not_in_list', missing }) } },
  );
}
