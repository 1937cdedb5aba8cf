import { AppError } from '../shared/app-error.ts';
import type { UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { withFields } from './fields.ts';
import { FIELD_NAMES } from './todo-columns.ts';
import { refusedAct } from './refused-act.ts';
import { removed } from './todo-rules.ts';
import type { HistoryLine } from './ports.ts';
import type { Todo } from './todo.ts';

/**
 * The to-do as it was before `line`; one that was added is deleted.
 *
 * @throws {AppError} changed_since when a field that the line set is not as the line left it
 */
export function takeBack(todo: Todo, line: HistoryLine, at: EpochMs): Todo {
  const deletedSince = todo.state === 'deleted' && line.after.state !== 'deleted';
  if (deletedSince || FIELD_NAMES.some((name) => name in line.after && line.after[name] !== todo[name])) {
    throw new AppError(
      'changed_since',
      `To-do ${todo.number} was changed since, so this cannot be undone. Nothing was changed.`,
      { details: { todo, ...refusedAct({ kind: 'changed_since', number: todo.number }) } },
    );
  }
  return line.act === 'add' ? removed(todo, at) : withFields(todo, line.before, at);
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
