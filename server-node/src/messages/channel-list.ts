import { isGuestAccount, type AccountOf } from '../callers/account.ts';
import type { WrittenPost } from '../callers/written-post.ts';
import type { MeView } from '../contract/api.ts';
import { refusedCommand } from '../program/refused.ts';
import { AppError } from '../shared/app-error.ts';
import { hasRights, relationTo, RIGHTS_OF_A_LINE, type ChannelState } from '../todos/rights.ts';
import { channelList, personList, SHARED_LIST, type ListId } from '../todos/list.ts';
import type { ReplyTarget } from '../replies/reply.ts';
import type { ChannelId } from '../shared/ids.ts';

/** Whose list messages of channels work on. */
export interface ListChoice {
  webhookList: MeView['webhookList'];
  accountOf: AccountOf;
}

type Written = Pick<WrittenPost, 'channelId' | 'userId' | 'postId'>;

/**
 * The list that a message of a channel works on. Whoever posted in a channel may read it; only whether somebody is a
 * guest has to be asked, for the shared list.
 *
 * @throws {AppError} list_forbidden, mattermost_unavailable
 */
export async function listOfMessage({ webhookList, accountOf }: ListChoice, post: Written): Promise<ListId> {
  const { userId, channelId } = post;
  const listId = listIdFor(webhookList, post);
  const writer = {
    userId,
    isGuest: () => isGuestAccount(accountOf, userId),
    // Nobody writes in an archived channel: such a message was refused.
    stateOfChannel: async (id: ChannelId): Promise<ChannelState> =>
      id === channelId ? 'open' : 'unreadable',
  };
  const relation = await relationTo({ listId }, writer);
  if (hasRights(relation, RIGHTS_OF_A_LINE)) return listId;
  if (relation !== 'guest')
    throw new AppError('list_forbidden', 'This list is not for who wrote the message.');
  throw new AppError('list_forbidden', 'The shared list is not for guests.', {
    details: refusedCommand({ kind: 'no_guests' }),
  });
}

function listIdFor(webhookList: ListChoice['webhookList'], { channelId, userId }: Written): ListId {
  switch (webhookList) {
    case 'channel':
      return channelList(channelId);
    case 'person':
      return personList(userId);
    case 'shared':
      return SHARED_LIST;
  }
}

/** A person's own list is answered privately, any other in the thread. */
export function replyTargetOf({ webhookList }: Pick<ListChoice, 'webhookList'>, post: Written): ReplyTarget {
  if (webhookList === 'person') return { kind: 'direct', userId: post.userId };
  return { kind: 'thread', channelId: post.channelId, triggerPostId: post.postId };
}
