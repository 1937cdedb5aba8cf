import type { PluginApi, Post } from 'mattermost-plugin-host';
import type { ChannelId } from '../../../shared/ids.ts';
import type { EpochMs } from '../../../shared/time.ts';
import { postToBot } from './post-to-bot.ts';

export type PostsSinceApi = Pick<PluginApi, 'GetPostsSince'>;

/** What was written or changed in a channel since a moment, but for what was deleted. */
export async function keptSince(api: PostsSinceApi, id: ChannelId, since: EpochMs): Promise<Post[]> {
  const { Posts } = await api.GetPostsSince(id, since);
  return Object.values(Posts).filter(({ DeleteAt }) => DeleteAt === 0);
}

export const makePostsSince = (api: PostsSinceApi) => async (id: ChannelId, since: EpochMs) =>
  (await keptSince(api, id, since)).map(postToBot);
