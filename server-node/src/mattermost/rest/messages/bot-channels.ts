import type { BotChannels } from '../../../messages/catch-up.ts';
import type { ChannelId } from '../../../shared/ids.ts';
import type { RestClient } from '../rest-client.ts';
import { readPost } from './read-post.ts';
import { reactionsOn } from './read-reaction.ts';

export type BotChannelsClient = Pick<RestClient, 'getAllTeamsChannels' | 'getPostsSince'>;

/** With the bot's token. Calls throw {RestError}. */
export function botChannels(client: BotChannelsClient): BotChannels {
  return {
    async all() {
      return (await client.getAllTeamsChannels()).map(({ id, type, name, last_post_at }) => ({
        id: id as ChannelId,
        type,
        name,
        lastPostAt: last_post_at,
      }));
    },
    async postsSince(id, since) {
      const { posts } = await client.getPostsSince(id, since);
      return Object.values(posts).flatMap((value) => {
        const post = readPost(value);
        return post === undefined ? [] : [{ ...post, reactions: reactionsOn(value) }];
      });
    },
  };
}
