import { AppError } from '../../shared/app-error.ts';
import type { Acts } from '../../todos/acts.ts';
import type { RunRequest } from '../ports.ts';
import { refusedCommand, type RefusedCommand } from '../refused.ts';
import { textsIn } from '../texts/texts-in.ts';

/**
 * Whoever has nothing to undo in their own list is pointed to the list of the channel in which they typed, where they
 * have changed something there; every other refusal is as it was.
 */
export async function orHere(
  acts: Pick<Acts, 'askedByUndo'>,
  { actorId, hereListId }: RunRequest,
  thrown: unknown,
): Promise<unknown> {
  if (!(thrown instanceof AppError) || hereListId === undefined) return thrown;
  const { kind } = (thrown.details['refused'] as RefusedCommand | undefined) ?? {};
  if (kind !== 'changed_nothing') return thrown;
  const { changeId } = await acts.askedByUndo({ actorId, listId: hereListId });
  if (changeId === undefined) return thrown;
  const facts = { kind: 'changed_only_here' } as const;
  const message = textsIn().errors.changed_only_here(facts);
  return new AppError(thrown.code, message, { cause: thrown, details: refusedCommand(facts) });
}
