import { AppError } from '../shared/app-error.ts';
import { listOwner, type ListId } from '../todos/list.ts';
import type { Caller } from './ports.ts';

/**
 * A person's list is for that person, a channel's list for those who may read the channel, the shared list for
 * everyone but guests.
 *
 * @throws {AppError} list_forbidden; mattermost_unavailable when the right cannot be asked for now
 */
export async function checkListAccess(caller: Caller, listId: ListId): Promise<void> {
  if (!(await mayUse(caller, listId))) {
    throw new AppError('list_forbidden', 'You may not see this list, or there is no such list.');
  }
}

async function mayUse(caller: Caller, listId: ListId): Promise<boolean> {
  const owner = listOwner(listId);
  switch (owner.kind) {
    case 'person':
      return owner.userId === caller.userId;
    case 'channel':
      return caller.access.canReadChannel(owner.channelId);
    case 'shared':
      return !caller.isGuest;
  }
}
