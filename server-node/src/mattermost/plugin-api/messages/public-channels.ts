import type { PluginApi } from 'mattermost-plugin-host';
import type { PublicChannels } from '../../../messages/catch-up-channels.ts';
import type { ChannelId } from '../../../shared/ids.ts';
import { unlessMissing } from '../api-failure.ts';
import { postToBot } from './post-to-bot.ts';

export type PublicChannelsApi = Pick<PluginApi, 'GetChannel' | 'GetPublicChannelsForTeam' | 'GetPostsSince'>;

const PAGE = 200;

export function publicChannels(api: PublicChannelsApi): PublicChannels {
  return {
    async writtenIn(place, since) {
      const channel = await unlessMissing(api.GetChannel(place));
      const all = channel === undefined ? await ofTeam(api, place) : [channel];
      const lately = all.filter(
        ({ Type, DeleteAt, LastPostAt }) => Type === 'O' && DeleteAt === 0 && LastPostAt > since,
      );
      return lately.map(({ Id }) => Id as ChannelId);
    },
    async postsSince(id, since) {
      const { Posts } = await api.GetPostsSince(id, since);
      return Object.values(Posts)
        .filter(({ DeleteAt }) => DeleteAt === 0)
        .map(postToBot);
    },
  };
}

async function ofTeam(api: PublicChannelsApi, team: string) {
  const all: Awaited<ReturnType<PluginApi['GetPublicChannelsForTeam']>> = [];
  for (let page = 0; ; page += 1) {
    const some = await api.GetPublicChannelsForTeam(team, page, PAGE);
    all.push(...some);
    if (some.length < PAGE) return all;
  }
}
