import type { PluginApi } from 'mattermost-plugin-host';
import type { DirectChannels } from '../../../messages/catch-up.ts';
import type { ChannelId, UserId } from '../../../shared/ids.ts';
import { isMissing } from '../api-failure.ts';
import { postToBot } from './post-to-bot.ts';

export type DirectChannelsApi = Pick<PluginApi, 'GetChannelsForTeamForUser' | 'GetPostsSince'>;

/** Those of no team in particular are among the channels that Mattermost gives when no team is named. */
const NO_TEAM = '';

export function directChannels(api: DirectChannelsApi, botId: UserId): DirectChannels {
  return {
    async all() {
      const channels = await ofBot(api, botId);
      const direct = channels.filter(({ Type }) => Type === 'D');
      return direct.map(({ Id, Name, LastPostAt }) => ({
        id: Id as ChannelId,
        name: Name,
        lastPostAt: LastPostAt,
      }));
    },
    async postsSince(id, since) {
      const { Posts } = await api.GetPostsSince(id, since);
      return Object.values(Posts)
        .filter(({ DeleteAt }) => DeleteAt === 0)
        .map(postToBot);
    },
  };
}

/** A bot that nobody has written to yet is in no channel, which Mattermost calls not found. */
async function ofBot(api: DirectChannelsApi, botId: UserId) {
  try {
    return await api.GetChannelsForTeamForUser(NO_TEAM, botId, false);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
