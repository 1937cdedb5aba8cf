import type { UserId } from '../shared/ids.ts';
import { isGuestAccount, type Account, type AccountOf } from './account.ts';
import type { People } from './people.ts';

export interface MayKnowDeps {
  people: People;
  accountOf: AccountOf;
}

/**
 * Mattermost shows a guest nobody but those who are in a channel with them.
 *
 * @throws {AppError} list_forbidden when there is no such asker any more; mattermost_unavailable
 */
export async function mayKnow(
  { people, accountOf }: MayKnowDeps,
  askerId: UserId,
  { userId }: Pick<Account, 'userId'>,
): Promise<boolean> {
  if (userId === askerId || !(await isGuestAccount(accountOf, askerId))) return true;
  return (await people.sharingChannel(askerId, [userId])).has(userId);
}
