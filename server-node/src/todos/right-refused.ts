import type { TodoState } from '../contract/vocabulary.ts';
import { AppError } from '../shared/app-error.ts';
import { named } from './named.ts';
import { refusedAct, type RefusedAct } from './refused-act.ts';
import { hasRights, RIGHTS_OF, type Relation, type Right } from './rights.ts';
import type { Todo } from './todo.ts';

/** One that is refused: an asker does not know the number, which is 0 then. */
type Refused = Pick<Todo, 'number' | 'state'>;

/**
 * What a person may see and still not do, in a sentence that says what to do instead.
 *
 * @param relation one that gives the right to see it
 */
export function rightRefused(relation: Relation, right: Right, { number, state }: Refused): AppError {
  if (relation === 'asker')
    return RIGHTS_OF.asker[right] === false
      ? notAllowed({ kind: 'only_receiver' }, 'Only the person who has this to-do can do that.')
      : answeredAlready(state);
  if (right === 'take_back' || right === 'bump')
    return notAllowed({ kind: 'not_sent', number }, `${named(number)} was not sent to anybody by you.`);
  if (state === 'waiting')
    return notAllowed(
      { kind: 'answer_first', number },
      `${named(number)} waits for your answer. Accept or decline it first.`,
    );
  if (state === 'declined')
    return notAllowed({ kind: 'accept_first', number }, `${named(number)} was declined. Accept it first.`);
  return notAllowed({ kind: 'not_a_request', number }, `${named(number)} was not asked of you by anybody.`);
}

function answeredAlready(state: TodoState): AppError {
  const message = 'This request was answered already. Look at what became of it.';
  return notAllowed({ kind: 'answered_already', state }, message);
}

const notAllowed = (refused: RefusedAct, message: string): AppError =>
  new AppError('not_allowed', message, { details: refusedAct(refused) });

/** @throws {AppError} not_allowed for the first of these to-dos, which are there and seen, with which it cannot be done */
export function refuseWithoutRight(
  relation: Relation,
  rights: readonly Right[],
  todos: readonly Refused[],
): void {
  for (const todo of todos) {
    const missing = rights.find((right) => !hasRights(relation, [right], todo.state));
    if (missing !== undefined) throw rightRefused(relation, missing, todo);
  }
}
