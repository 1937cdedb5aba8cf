import { AppError } from '../shared/app-error.ts';
import type { ChangeHeader, Plan } from './plan.ts';
import type { Change, ListRow, TodoWriter } from './ports.ts';
import { rowsOfLines } from './rows-of-lines.ts';
import { undoneIn } from './undone-in.ts';
import { gone, isGoneFrom, type ChangeId } from './todo.ts';
import { nobodyBut, whomItConcerns } from './whom-it-concerns.ts';

export const NOTHING_WRITTEN: Pick<Change, 'lists' | 'before'> = { lists: [], before: new Map() };

/**
 * The answer to a request that came before: the first change, with its to-dos as they are now; of one that has left whoever
 * asks, no more than that. Writes nothing.
 *
 * @throws {AppError} invalid_input when the key was another person's or another list's
 */
export async function repeatedChange(
  writer: TodoWriter,
  list: ListRow,
  header: ChangeHeader,
  earlier: { changeId: ChangeId | null },
  plan: () => Promise<Plan>,
): Promise<Change> {
  const lines = earlier.changeId === null ? [] : await writer.change(earlier.changeId);
  const [first] = lines;
  if (first === undefined) return unchangedAgain(list, header, await plan());
  if (first.madeIn !== list.id || first.actorId !== header.actorId) throw keyTaken();
  const { changeId: id, act, actorId, at } = first;
  const rows = await rowsOfLines(writer, lines);
  const concerns = whomItConcerns(rows.map((after) => ({ before: undefined, after })));
  const todos = rows.map((todo) => (isGoneFrom(actorId, todo) ? gone(todo) : todo));
  const undone = first.undoes === null ? undefined : undoneIn(await writer.change(first.undoes));
  return {
    id,
    act,
    actorId,
    at,
    ...(undone && { undone }),
    todos,
    unchanged: [],
    list,
    ...NOTHING_WRITTEN,
    concerns,
  };
}

/** The first time nothing had to be changed, so there is no line to read from. */
function unchangedAgain(list: ListRow, header: ChangeHeader, { todos }: Plan): Change {
  const unchanged = todos.map(({ id }) => id);
  return { ...header, todos, unchanged, list, ...NOTHING_WRITTEN, concerns: nobodyBut(list) };
}

function keyTaken(): AppError {
  return new AppError(
    'invalid_input',
    'This request key was used for another change. Make a new key for each request.',
  );
}
