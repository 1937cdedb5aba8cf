import { AppError } from '../shared/app-error.ts';
import { listOwner, type ListId } from '../todos/list.ts';
import type { Caller, Freshness } from './ports.ts';

/**
 * A person's list is for that person, a channel's list for those who may read the channel, the shared list for
 * everyone but guests.
 *
 * @throws {AppError} list_forbidden; mattermost_unavailable when the right cannot be asked for now
 */
export async function checkListAccess(
  caller: Caller,
  listId: ListId,
  freshness: Freshness = 'now',
): Promise<void> {
  if (!(await mayUse(caller, listId, freshness))) {
    throw new AppError('list_forbidden', 'You may not see this list, or there is no such list.');
  }
}

async function mayUse(caller: Caller, listId: ListId, freshness: Freshness): Promise<boolean> {
  const owner = listOwner(listId);
  switch (owner.kind) {
    case 'person':
      return owner.userId === caller.userId;
    case 'channel':
      return caller.access.canReadChannel(owner.channelId, freshness);
    case 'shared':
      return !caller.isGuest;
  }
}
