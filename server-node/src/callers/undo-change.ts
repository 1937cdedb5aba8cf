import type { UserId } from '../shared/ids.ts';
import type { ActRequest, Acts } from '../todos/acts.ts';
import type { Change } from '../todos/ports.ts';
import type { ChangeId } from '../todos/todo.ts';
import type { CheckReceiver } from './check-receiver.ts';

export interface UndoDeps {
  acts: Pick<Acts, 'undo' | 'askedByUndo'>;
  colleagues: { checkReceiver: CheckReceiver };
}

/** How a change is taken back. */
export interface Undoing {
  /** To whom the change had sent new to-dos. */
  receivers: readonly UserId[];
  undo: (request: ActRequest) => Promise<Change>;
}

/**
 * Finds the change that is taken back. Whoever that asks once more has to be somebody who could be asked now: they may
 * have left or blocked the actor since.
 *
 * @throws {AppError} person_not_found, person_not_askable; mattermost_unavailable
 */
export async function findUndoing(
  { acts, colleagues }: UndoDeps,
  asking: Pick<ActRequest, 'actorId' | 'listId'>,
  asked?: ChangeId,
): Promise<Undoing> {
  const { changeId, people, receivers } = await acts.askedByUndo(asking, asked);
  for (const personId of people) await colleagues.checkReceiver(asking.actorId, personId);
  return { receivers, undo: (request) => acts.undo(request, changeId) };
}

/** Takes a change back as the act does. @throws {AppError} what {@link findUndoing} and the act throw */
export async function undoChange(deps: UndoDeps, request: ActRequest, asked?: ChangeId): Promise<Change> {
  const { undo } = await findUndoing(deps, request, asked);
  return undo(request);
}
