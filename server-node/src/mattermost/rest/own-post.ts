import type { PostList } from '@mattermost/types/posts';

import type { ReplyId } from '../../replies/reply.ts';
import type { PostId, UserId } from '../../shared/ids.ts';
import { NEWEST_POSTS, REPLY_PROP } from '../earlier-try.ts';
import type { ReplyPlace } from './reply-place.ts';
import { RestError } from './rest-error.ts';
import type { RestClient } from './rest-client.ts';

/**
 * The bot's own post of this reply, if an earlier try made it. Anyone can write the property: only the bot's own
 * posts count.
 */
export async function findOwnPost(
  client: RestClient,
  botId: UserId,
  place: ReplyPlace,
  replyId: ReplyId,
): Promise<PostId | undefined> {
  const { posts } = await newestPosts(client, place);
  const own = Object.values(posts).find(
    (post) => post.user_id === botId && post.props?.[REPLY_PROP] === replyId,
  );
  return own?.id as PostId | undefined;
}

async function newestPosts(
  client: RestClient,
  { channelId, rootId }: ReplyPlace,
): Promise<Pick<PostList, 'posts'>> {
  try {
    return rootId === ''
      ? await client.getNewestPosts(channelId, NEWEST_POSTS)
      : await client.getNewestOfThread(rootId, NEWEST_POSTS);
  } catch (error) {
    // Where the bot may not read it cannot post either, but for a role of its own: then trying is all that is left.
    if (error instanceof RestError && (error.status === 403 || error.status === 404)) {
      return { posts: {} };
    }
    throw error;
  }
}
