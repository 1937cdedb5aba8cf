import type { TodoState } from '../contract/vocabulary.ts';
import { AppError } from '../shared/app-error.ts';
import type { ListRow } from './ports.ts';
import { refusedAct } from './refused-act.ts';
import { MAX_OPEN_PER_LIST, type Todo } from './todo.ts';

/** One to-do's part in a change; `before` is undefined for a new one. */
export interface Step {
  before: Todo | undefined;
  after: Todo;
}

/**
 * The list's row after these steps.
 *
 * @throws {AppError} list_full when more than {@link MAX_OPEN_PER_LIST} would be open
 */
export function recount(list: ListRow, steps: readonly Step[]): ListRow {
  const openCount = list.openCount + growth(steps, 'open');
  if (openCount > MAX_OPEN_PER_LIST && openCount > list.openCount) throw listFull(list.openCount);
  return {
    id: list.id,
    revision: list.revision + 1,
    nextNumber: list.nextNumber + steps.filter(({ before }) => before === undefined).length,
    openCount,
    doneCount: list.doneCount + growth(steps, 'done'),
  };
}

function growth(steps: readonly Step[], state: TodoState): number {
  let count = 0;
  for (const { before, after } of steps) {
    count += Number(after.state === state) - Number(before?.state === state);
  }
  return count;
}

function listFull(openCount: number): AppError {
  const max = MAX_OPEN_PER_LIST;
  return new AppError(
    'list_full',
    `A list may have ${max} open to-dos, and this one has ${openCount}. Complete or delete some first.`,
    { details: { max, openCount, ...refusedAct({ kind: 'list_full', max, openCount }) } },
  );
}
