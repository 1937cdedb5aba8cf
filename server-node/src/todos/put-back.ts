import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../shared/app-error.ts';
import type { UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { UNSAID_OF_NEW, withFields } from './fields.ts';
import { named, namedWithText } from './named.ts';
import { TOLD_NAMES, type Fields } from './todo-columns.ts';
import { refusedAct } from './refused-act.ts';
import { hasRights } from './rights.ts';
import { removed } from './todo-rules.ts';
import type { HistoryLine } from './ports.ts';
import type { Todo } from './todo.ts';

/**
 * The to-do as it was before `line`, where it was; one that the change made is deleted.
 *
 * @throws {AppError} changed_since when a field that the line set is not as the line left it, or when it was answered
 *   since by whoever it was sent to
 */
export function putBack(todo: Todo, line: HistoryLine, at: EpochMs): Todo {
  const left: Partial<Fields> = wasMadeBy(line) ? { ...UNSAID_OF_NEW, ...line.after } : line.after;
  const deletedSince = todo.state === 'deleted' && left.state !== 'deleted';
  const isOther = TOLD_NAMES.some((name) => name in left && !isDeepStrictEqual(left[name], todo[name]));
  if (deletedSince || isOther || wasAnswered(todo, line)) throw changedSince(todo, line);
  if (wasMadeBy(line)) return removed(todo, at);
  const back = withFields(todo, line.before, at);
  return back.number === todo.number ? back : { ...back, order: back.number };
}

/** What the asker changed before the answer stays as it was answered. */
const wasAnswered = (todo: Todo, { listId, madeIn }: HistoryLine): boolean =>
  listId !== madeIn && todo.listId === listId && !hasRights('asker', ['undo'], todo.state);

/** Whether the to-do did not exist before: each other line says of all that it tells what it was. */
const wasMadeBy = ({ before, after }: HistoryLine): boolean => 'state' in after && !('state' in before);

/** Of one that is in another list now, nothing is told but its text, to whoever made it. */
function changedSince(todo: Todo, line: HistoryLine): AppError {
  const isHere = todo.listId === line.madeIn;
  if (isHere && line.act === 'done' && wasMadeBy(line)) return nextSince(todo);
  const number = isHere ? todo.number : 0;
  const text = isHere || todo.creatorId === line.actorId ? todo.text : '';
  return new AppError(
    'changed_since',
    `${namedWithText(number, text)} was changed since, so this cannot be undone. Nothing was changed.`,
    { details: { ...(isHere && { todo }), ...refusedAct({ kind: 'changed_since', number, text }) } },
  );
}

/** Of a series, the one that the tick had made. */
function nextSince(todo: Todo): AppError {
  const { number, state } = todo;
  const became = state === 'done' || state === 'deleted' ? state : 'changed';
  return new AppError(
    'changed_since',
    `${named(number)}, which came next, was ${became} since, so this cannot be undone. Nothing was changed.`,
    { details: { todo, ...refusedAct({ kind: 'next_since', number, became }) } },
  );
}

/** @throws {AppError} nothing_to_undo, not_your_change */
export function checkUndoable(lines: readonly HistoryLine[], actorId: UserId): void {
  const [first] = lines;
  if (first === undefined) throw nothingToUndo('no_such_change', 'There is no such change in this list.');
  if (first.actorId !== actorId) {
    throw new AppError('not_your_change', 'Only the person who made a change can undo it.', {
      details: refusedAct({ kind: 'not_your_change' }),
    });
  }
  if (first.act === 'undo') {
    throw nothingToUndo('is_an_undo', 'An undo cannot be undone. Make the change again instead.');
  }
}

type WhyNot = 'changed_nothing' | 'no_such_change' | 'undone_already' | 'is_an_undo';

export function nothingToUndo(kind: WhyNot, message: string): AppError {
  return new AppError('nothing_to_undo', message, { details: refusedAct({ kind }) });
}
