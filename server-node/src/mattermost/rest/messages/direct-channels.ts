import type { DirectChannels } from '../../../messages/catch-up.ts';
import type { ChannelId } from '../../../shared/ids.ts';
import type { RestClient } from '../rest-client.ts';
import { readPost } from './read-post.ts';

export type DirectChannelsClient = Pick<RestClient, 'getAllTeamsChannels' | 'getPostsSince'>;

/** With the bot's token. Calls throw {RestError}. */
export function directChannels(client: DirectChannelsClient): DirectChannels {
  return {
    async all() {
      const channels = (await client.getAllTeamsChannels()).filter(({ type }) => type === 'D');
      return channels.map(({ id, name, last_post_at }) => ({
        id: id as ChannelId,
        name,
        lastPostAt: last_post_at,
      }));
    },
    async postsSince(id, since) {
      const { posts } = await client.getPostsSince(id, since);
      return Object.values(posts).flatMap((post) => readPost(post) ?? []);
    },
  };
}
