import type { PluginApi } from 'mattermost-plugin-host';

import type { EnterFor } from '../../living-posts/ports.ts';
import type { UserId } from '../../shared/ids.ts';
import { orUnavailable, unlessMissing } from './api-failure.ts';

export type EnterApi = Pick<
  PluginApi,
  | 'GetChannel'
  | 'GetChannelMember'
  | 'GetTeamMember'
  | 'CreateTeamMember'
  | 'AddChannelMember'
  | 'AddUserToChannel'
  | 'HasPermissionToChannel'
  | 'HasPermissionToTeam'
>;

const ADD_TO_PRIVATE = { Id: 'manage_private_channel_members' };
const ADD_TO_TEAM = { Id: 'add_user_to_team' };

/**
 * A public channel of its team the bot enters by itself, as everybody may. For all else a plugin would be asked no rights,
 * so those of the person are asked, who then stands in Mattermost as whoever added the bot.
 */
export function makeEnterFor(api: EnterApi, botId: () => UserId): EnterFor {
  const isThere = async (asked: Promise<unknown>): Promise<boolean> =>
    (await unlessMissing(asked.then(() => true))) === true;

  async function isInTeam(team: string, userId: UserId): Promise<boolean> {
    const asked = api.GetTeamMember(team, botId());
    // Whoever has left a team stays known to it.
    const member = await unlessMissing(asked.then(({ DeleteAt }) => DeleteAt === 0));
    if (member === true) return true;
    if (!(await orUnavailable(api.HasPermissionToTeam(userId, team, ADD_TO_TEAM)))) return false;
    return isThere(api.CreateTeamMember(team, botId()));
  }

  return async (userId, id) => {
    const channel = await unlessMissing(api.GetChannel(id));
    const isPublic = channel?.Type === 'O';
    if (await isThere(api.GetChannelMember(id, botId()))) return 'inside';
    if (channel === undefined || !(isPublic || channel.Type === 'P')) return 'by_nobody';
    const mayEnter =
      isPublic || (await orUnavailable(api.HasPermissionToChannel(userId, id, ADD_TO_PRIVATE)));
    if (!mayEnter || !(await isInTeam(channel.TeamId, userId))) return 'outside';
    const entered = isPublic ? api.AddChannelMember(id, botId()) : api.AddUserToChannel(id, botId(), userId);
    return (await isThere(entered)) ? 'inside' : 'outside';
  };
}
