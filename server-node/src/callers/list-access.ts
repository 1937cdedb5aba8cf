import { AppError } from '../shared/app-error.ts';
import type { ListId } from '../todos/list.ts';
import { may, type Person, type Right } from '../todos/rights.ts';
import type { Caller, Freshness } from './ports.ts';

/**
 * @param rights all that the caller is going to make use of
 * @throws {AppError} list_forbidden; mattermost_unavailable when the right cannot be asked for now
 */
export async function checkListAccess(
  caller: Caller,
  rights: readonly Right[],
  listId: ListId,
): Promise<void> {
  if (!(await mayUse(caller, rights, listId, 'now'))) {
    throw new AppError('list_forbidden', 'You may not see this list, or there is no such list.');
  }
}

/** @throws {AppError} mattermost_unavailable */
export const mayUse = (
  caller: Caller,
  rights: readonly Right[],
  listId: ListId,
  freshness: Freshness,
): Promise<boolean> => may(personOf(caller, freshness), rights, { listId });

const personOf = ({ userId, isGuest, access }: Caller, freshness: Freshness): Person => ({
  userId,
  isGuest: () => isGuest,
  canRead: (channelId) => access.canReadChannel(channelId, freshness),
});
