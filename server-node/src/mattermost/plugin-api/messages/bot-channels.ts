import type { PluginApi, Post } from 'mattermost-plugin-host';
import type { BotChannels, MissedPost } from '../../../messages/catch-up.ts';
import type { ChannelId, UserId } from '../../../shared/ids.ts';
import { isMissing } from '../api-failure.ts';
import { postToBot } from './post-to-bot.ts';
import { keptSince, type PostsSinceApi } from './posts-since.ts';
import { reactionOf } from './reaction-of.ts';

export type BotChannelsApi = Pick<PluginApi, 'GetChannelsForTeamForUser' | 'GetReactions'> & PostsSinceApi;

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
    async postsSince(id, since) {
      const missed: MissedPost[] = [];
      for (const post of await keptSince(api, id, since))
        missed.push({ ...postToBot(post), reactions: await reactionsOn(api, post) });
      return missed;
    },
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

const reactionsOn = async (api: BotChannelsApi, { Id, HasReactions }: Post) =>
  HasReactions ? (await api.GetReactions(Id)).map(reactionOf) : [];
