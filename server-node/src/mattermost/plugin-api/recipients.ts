import type { PluginApi } from 'mattermost-plugin-host';

import type { AccountOf } from '../../callers/account.ts';
import type { ChannelAccess } from '../../callers/ports.ts';
import type { Recipients } from '../../reminders/ports.ts';
import type { UserId } from '../../shared/ids.ts';
import { SECOND_MS } from '../../shared/time.ts';
import { channelName } from '../channel-name.ts';
import { orUnavailable, unlessMissing } from './api-failure.ts';

export interface RecipientsDeps {
  api: Pick<PluginApi, 'GetUserStatusesByIds' | 'GetChannel' | 'GetTeam'>;
  accessOf(userId: UserId): Pick<ChannelAccess, 'stateOfChannel'>;
  accountOf: AccountOf;
  /** As configured in Mattermost; may be empty. */
  siteUrl: string;
}

/** A plugin sees every channel. */
export function makeRecipients({ api, accessOf, accountOf, siteUrl }: RecipientsDeps): Recipients {
  return {
    siteUrl: async () => siteUrl.replace(/\/+$/, '') || undefined,
    async doNotDisturb(people) {
      const statuses = await orUnavailable(api.GetUserStatusesByIds([...people]));
      const undisturbed = statuses.filter(({ Status }) => Status === 'dnd');
      return new Map(
        undisturbed.map(({ UserId: id, DNDEndTime: end }) => [
          id as UserId,
          end > 0 ? Number(end) * SECOND_MS : null,
        ]),
      );
    },
    async channelSeenBy(person, id) {
      const mayRead = (await accessOf(person).stateOfChannel(id, 'now')) !== 'unreadable';
      const channel = mayRead ? await unlessMissing(api.GetChannel(id)) : undefined;
      if (channel === undefined) return { mayRead: false, name: '', path: undefined };
      const team = channel.TeamId === '' ? undefined : await unlessMissing(api.GetTeam(channel.TeamId));
      const path = team === undefined ? undefined : `/${team.Name}/channels/${channel.Name}`;
      const { Type: type, Name: name, DisplayName: display_name } = channel;
      return { mayRead, name: await channelName(accountOf, person, { type, name, display_name }), path };
    },
  };
}
