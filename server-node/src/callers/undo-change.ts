import type { ActRequest, Acts } from '../todos/acts.ts';
import type { Change } from '../todos/ports.ts';
import type { ChangeId } from '../todos/todo.ts';
import type { CheckReceiver } from './check-receiver.ts';

export interface UndoDeps {
  acts: Pick<Acts, 'undo' | 'askedByUndo'>;
  colleagues: { checkReceiver: CheckReceiver };
}

/**
 * Takes a change back as the act does. Whoever it asks once more has to be somebody who could be asked now: they may have
 * left or blocked the actor since.
 *
 * @throws {AppError} person_not_found, person_not_askable, and what the act throws; mattermost_unavailable
 */
export async function undoChange(
  { acts, colleagues }: UndoDeps,
  request: ActRequest,
  asked?: ChangeId,
): Promise<Change> {
  const { changeId, people } = await acts.askedByUndo(request, asked);
  for (const personId of people) await colleagues.checkReceiver(request.actorId, personId);
  return acts.undo(request, changeId);
}
