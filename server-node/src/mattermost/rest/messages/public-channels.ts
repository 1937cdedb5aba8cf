import type { ServerChannel } from '@mattermost/types/channels';
import type { PublicChannels } from '../../../messages/catch-up-channels.ts';
import type { ChannelId } from '../../../shared/ids.ts';
import type { RestClient } from '../rest-client.ts';
import { unlessHidden } from '../rest-error.ts';
import { readPost } from './read-post.ts';

export type PublicChannelsClient = Pick<RestClient, 'getChannel' | 'getChannels' | 'getPostsSince'>;

const PAGE = 200;

/** With the bot's token, so those of its teams. Calls throw {RestError}. */
export function publicChannels(client: PublicChannelsClient): PublicChannels {
  return {
    async writtenIn(place, since) {
      const channel = await unlessHidden(client.getChannel(place));
      const all = channel === undefined ? await ofTeam(client, place) : [channel];
      const lately = all.filter(
        ({ type, delete_at, last_post_at }) => type === 'O' && delete_at === 0 && last_post_at > since,
      );
      return lately.map(({ id }) => id as ChannelId);
    },
    async postsSince(id, since) {
      const { posts } = await client.getPostsSince(id, since);
      return Object.values(posts).flatMap((post) => readPost(post) ?? []);
    },
  };
}

async function ofTeam(client: PublicChannelsClient, team: string) {
  const all: ServerChannel[] = [];
  for (let page = 0; ; page += 1) {
    const some = await client.getChannels(team, page, PAGE);
    all.push(...some);
    if (some.length < PAGE) return all;
  }
}
