import type { TodoState } from '../contract/vocabulary.ts';
import { AppError } from '../shared/app-error.ts';
import type { ListId } from './list.ts';
import type { ListRow } from './ports.ts';
import { refusedAct } from './refused-act.ts';
import { MAX_OPEN_PER_LIST, type Todo } from './todo.ts';

/** One to-do's part in a change; `before` is undefined for a new one. */
export interface Step {
  before: Todo | undefined;
  after: Todo;
}

/** The lists in which its to-do was or is. */
export const listsOf = ({ before, after }: Step): ListId[] =>
  before === undefined || before.listId === after.listId ? [after.listId] : [before.listId, after.listId];

/**
 * A list's row after these steps, which may be of other lists as well; the same object when none is of this one.
 *
 * @throws {AppError} list_full when more than {@link MAX_OPEN_PER_LIST} would be open
 */
export function recount(list: ListRow, steps: readonly Step[]): ListRow {
  const own = steps.filter((step) => listsOf(step).includes(list.id));
  if (own.length === 0) return list;
  const openCount = list.openCount + growth(list.id, own, 'open');
  if (openCount > MAX_OPEN_PER_LIST && openCount > list.openCount) throw listFull(list.openCount);
  const numbers = own.map(({ after }) => (after.listId === list.id ? after.number : 0));
  return {
    id: list.id,
    revision: list.revision + 1,
    nextNumber: numbers.reduce((next, number) => Math.max(next, number + 1), list.nextNumber),
    openCount,
    doneCount: list.doneCount + growth(list.id, own, 'done'),
  };
}

function growth(listId: ListId, steps: readonly Step[], state: TodoState): number {
  const isThere = (todo: Todo | undefined) => todo?.listId === listId && todo.state === state;
  return steps.reduce(
    (count, { before, after }) => count + Number(isThere(after)) - Number(isThere(before)),
    0,
  );
}

function listFull(openCount: number): AppError {
  const max = MAX_OPEN_PER_LIST;
  return new AppError(
    'list_full',
    `A list may have ${max} open to-dos, and this one has ${openCount}. Complete or delete some first.`,
    { details: { max, openCount, ...refusedAct({ kind: 'list_full', max, openCount }) } },
  );
}
