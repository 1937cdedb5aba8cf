import type { PluginApi } from 'mattermost-plugin-host';

import type { ReplyId } from '../../replies/reply.ts';
import type { PostId, UserId } from '../../shared/ids.ts';
import { NEWEST_POSTS, REPLY_PROP } from '../earlier-try.ts';
import { isMissing } from './api-failure.ts';
import type { ReplyPlace } from './reply-place.ts';

export type OwnPostApi = Pick<PluginApi, 'GetPostThread' | 'GetPostsForChannel'>;

/**
 * The bot's own post of this reply, if an earlier try made it. Anyone can write the property, so only the bot's own
 * posts count.
 */
export async function findOwnPost(
  api: OwnPostApi,
  botId: UserId,
  place: ReplyPlace,
  id: ReplyId,
): Promise<PostId | undefined> {
  try {
    const { Posts } = await postsOf(api, place);
    const own = Object.values(Posts).find(
      ({ UserId, Props }) => UserId === botId && Props[REPLY_PROP] === id,
    );
    return own?.Id as PostId | undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

const postsOf = (api: OwnPostApi, { channelId, rootId }: ReplyPlace) =>
  rootId === '' ? api.GetPostsForChannel(channelId, 0, NEWEST_POSTS) : api.GetPostThread(rootId);
