import { checkListAccess, type OpenedList } from '../../callers/list-access.ts';
import type { Caller, Freshness } from '../../callers/ports.ts';
import type { ListRef } from '../../contract/todo-view.ts';
import type { ChannelId } from '../../shared/ids.ts';
import type { Right } from '../../todos/rights.ts';
import { channelList, personList, SHARED_LIST, type ListId } from '../../todos/list.ts';

/** @throws {AppError} list_forbidden, list_archived, mattermost_unavailable */
export async function openList(
  caller: Caller,
  rights: readonly Right[],
  ref: ListRef,
  freshness?: Freshness,
): Promise<OpenedList> {
  return checkListAccess(caller, rights, listOfRef(caller, ref), freshness);
}

function listOfRef(caller: Caller, ref: ListRef): ListId {
  if (ref === 'me') return personList(caller.userId);
  if (ref === 'shared') return SHARED_LIST;
  return channelList(ref as ChannelId);
}
