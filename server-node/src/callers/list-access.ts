import { AppError } from '../shared/app-error.ts';
import type { ListId } from '../todos/list.ts';
import { hasRights, may, relationTo, type Person, type Right } from '../todos/rights.ts';
import type { Caller, Freshness } from './ports.ts';

/**
 * @param rights all that the caller is going to make use of
 * @throws {AppError} list_forbidden, list_archived; mattermost_unavailable when the right cannot be asked for now
 */
export async function checkListAccess(
  caller: Caller,
  rights: readonly Right[],
  listId: ListId,
): Promise<void> {
  const relation = await relationTo({ listId }, personOf(caller, 'now'));
  if (hasRights(relation, rights)) return;
  throw relation === 'late_reader'
    ? new AppError(
        'list_archived',
        'This channel is archived, so its list takes no changes. Unarchive the channel to go on with it.',
      )
    : new AppError('list_forbidden', 'You may not see this list, or there is no such list.');
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
  stateOfChannel: (channelId) => access.stateOfChannel(channelId, freshness),
});
