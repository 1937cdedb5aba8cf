import { AppError } from '../shared/app-error.ts';
import { listOwner, type ListId } from '../todos/list.ts';
import type { Caller } from './ports.ts';

/**
 * The list of an archived channel can be read by those who may read the channel, and is changed by nobody, as nobody
 * writes there. Whether the caller may use the list at all is asked before.
 *
 * @throws {AppError} list_archived; mattermost_unavailable when it cannot be asked for now
 */
export async function checkTakesChanges(caller: Pick<Caller, 'access'>, listId: ListId): Promise<void> {
  const owner = listOwner(listId);
  if (owner.kind !== 'channel' || !(await caller.access.isArchived(owner.channelId))) return;
  throw new AppError(
    'list_archived',
    'This channel is archived, so its list takes no changes. Unarchive the channel to go on with it.',
  );
}
