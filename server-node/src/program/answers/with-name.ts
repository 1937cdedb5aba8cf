import type { AccountOf } from '../../callers/account.ts';
import { namesOf } from '../../callers/names-of.ts';
import { AppError } from '../../shared/app-error.ts';
import { refusedCommand, type RefusedCommand } from '../refused.ts';

/** A refusal that is about somebody, with the name of that person where it is known; everything else as it is. */
export async function withName(accountOf: AccountOf, thrown: unknown): Promise<unknown> {
  if (!(thrown instanceof AppError)) return thrown;
  const refused = thrown.details['refused'] as RefusedCommand | undefined;
  const id = refused === undefined ? undefined : personIn(refused);
  if (refused === undefined || id === undefined) return thrown;
  const name = (await namesOf(accountOf, [id])).get(id);
  if (name === undefined) return thrown;
  const { code, message, details } = thrown;
  return new AppError(code, message, {
    cause: thrown,
    details: { ...details, ...refusedCommand({ ...refused, name } as RefusedCommand) },
  });
}

function personIn(refused: RefusedCommand) {
  if ('toId' in refused) return refused.toId;
  return 'receiverId' in refused ? refused.receiverId : undefined;
}
