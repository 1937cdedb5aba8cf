import type { PluginApi } from 'mattermost-plugin-host';
import type { PublicChannels } from '../../../messages/catch-up-channels.ts';
import type { ChannelId } from '../../../shared/ids.ts';
import { unlessMissing } from '../api-failure.ts';
import { makePostsSince, type PostsSinceApi } from './posts-since.ts';

export type PublicChannelsApi = Pick<PluginApi, 'GetChannel' | 'GetPublicChannelsForTeam'> & PostsSinceApi;

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
    postsSince: makePostsSince(api),
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
