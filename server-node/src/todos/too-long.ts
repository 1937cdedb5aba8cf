import type { Todo } from './todo.ts';

/** In UTF-16 units of texts and notes: many of the longest notes would take all memory in a few answers at once. */
const MOST_SHOWN = 1_000_000;
/** To all who hear of a change together; each of them holds a place for it until they have read it. */
const MOST_TOLD = 500_000;
/** For a to-do's other fields. */
const OVERHEAD = 500;

type Long = Partial<Pick<Todo, 'text' | 'notes'>>;

const lengthOf = ({ text = '', notes = '' }: Long): number => text.length + notes.length;

/**
 * The first of them, as many as are shown at once; at least one, so that a reader gets on.
 *
 * @param partsOf whose texts and notes one shows
 */
export function asManyAsFit<Row>(rows: readonly Row[], partsOf: (row: Row) => readonly Long[]): Row[] {
  let length = 0;
  const end = rows.findIndex((row, index) => {
    length += partsOf(row).reduce((sum, part) => sum + lengthOf(part), 0);
    return index > 0 && length > MOST_SHOWN;
  });
  return rows.slice(0, end === -1 ? rows.length : end);
}

export const todosThatFit = (todos: readonly Todo[]): Todo[] => asManyAsFit(todos, (todo) => [todo]);

/** Whether a change of these is small enough to be told in full. What is not is fetched by those who look at it. */
export const canBeToldInFull = (todos: readonly Long[]): boolean =>
  todos.reduce((sum, todo) => sum + lengthOf(todo) + OVERHEAD, 0) <= MOST_TOLD;
