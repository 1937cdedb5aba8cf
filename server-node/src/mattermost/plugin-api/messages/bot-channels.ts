import type { PluginApi } from 'mattermost-plugin-host';
import type { BotChannels } from '../../../messages/catch-up.ts';
import type { ChannelId, UserId } from '../../../shared/ids.ts';
import { isMissing } from '../api-failure.ts';
import { makePostsSince, type PostsSinceApi } from './posts-since.ts';

export type BotChannelsApi = Pick<PluginApi, 'GetChannelsForTeamForUser'> & PostsSinceApi;

/** Where no team is named Mattermost gives the channels of all, and those of none. */
const ALL_TEAMS = '';

export function botChannels(api: BotChannelsApi, botId: UserId): BotChannels {
  return {
    async all() {
      return (await ofBot(api, botId)).map(({ Id, Type, Name, LastPostAt }) => ({
        id: Id as ChannelId,
        type: Type,
        name: Name,
        lastPostAt: LastPostAt,
      }));
    },
    postsSince: makePostsSince(api),
  };
}

/** A bot that nobody has written to yet is in no channel, which Mattermost calls not found. */
async function ofBot(api: BotChannelsApi, botId: UserId) {
  try {
    return await api.GetChannelsForTeamForUser(ALL_TEAMS, botId, false);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
