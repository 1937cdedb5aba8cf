import { isMattermostId, type ChannelId, type UserId } from '../shared/ids.ts';
import { channelList, personList, type ListId } from '../todos/list.ts';

/** The list below which a form was asked for. */
export const THIS_LIST = 'this';
/** That of whoever fills it in. */
export const OWN_LIST = 'own';

/**
 * The list that was chosen in a form; whether it is open to the person is asked elsewhere.
 *
 * @param value a channel's id, one of the words above, or empty where nothing was chosen; anything may come
 */
export function chosenList(value: string, userId: UserId, listId: ListId): ListId | undefined {
  if (value === '' || value === THIS_LIST) return listId;
  if (value === OWN_LIST) return personList(userId);
  return isMattermostId(value) ? channelList(value as ChannelId) : undefined;
}
