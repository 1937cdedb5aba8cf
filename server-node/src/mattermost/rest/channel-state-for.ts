import { z } from 'zod';

import { isGuestAccount, type AccountOf } from '../../callers/account.ts';
import type { ChannelStateFor } from '../../callers/channel-state-for.ts';
import { isMattermostId } from '../../shared/ids.ts';
import type { RestClient } from './rest-client.ts';
import { orUnavailable, unlessHidden } from './rest-error.ts';

const schema = z.object({
  type: z.string(),
  team_id: z.string().default(''),
  delete_at: z.number().default(0),
});

/** Asks as the bot. Public channels can be read by everybody in the team but guests. */
export function makeChannelStateFor(
  client: Pick<RestClient, 'getChannel' | 'getChannelMember' | 'getTeamMembersByIds'>,
  accountOf: AccountOf,
): ChannelStateFor {
  const isThere = async (asked: Promise<unknown>): Promise<boolean> =>
    (await orUnavailable(unlessHidden(asked))) !== undefined;
  // Asked for one member alone, Mattermost also answers with one that has left.
  const isInTeam = async (team: string, personId: string): Promise<boolean> => {
    const answer = await orUnavailable(unlessHidden(client.getTeamMembersByIds(team, [personId])));
    return z.array(z.unknown()).parse(answer ?? []).length > 0;
  };
  return async (personId, id) => {
    if (!isMattermostId(id)) return 'unreadable';
    const [channel, isMember] = await Promise.all([
      orUnavailable(unlessHidden(client.getChannel(id).then((answer) => schema.parse(answer)))),
      isThere(client.getChannelMember(id, personId)),
    ]);
    if (channel === undefined) return 'unreadable';
    const { type, team_id: team, delete_at: archivedAt } = channel;
    const mayRead =
      isMember ||
      (type === 'O' &&
        team !== '' &&
        !(await isGuestAccount(accountOf, personId)) &&
        (await isInTeam(team, personId)));
    if (!mayRead) return 'unreadable';
    return archivedAt > 0 ? 'archived' : 'open';
  };
}
