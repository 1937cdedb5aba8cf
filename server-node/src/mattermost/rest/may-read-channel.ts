import { z } from 'zod';

import type { AccountOf } from '../../callers/account.ts';
import type { UserId } from '../../shared/ids.ts';
import type { RestClient } from './rest-client.ts';
import { orUnavailable, unlessHidden } from './rest-error.ts';

export type MembersClient = Pick<RestClient, 'getChannelMember' | 'getTeamMembersByIds'>;

/** Of a channel what decides who reads it, in the names of Mattermost. */
interface Readable {
  id: string;
  type: string;
  team_id: string;
}

/**
 * Whether a person may read a channel into which the bot can look: its members, and those of its team where it is
 * public. Guests are in teams as well, and read nothing there but the channels that they are in.
 *
 * @throws {AppError} mattermost_unavailable
 */
export function makeMayReadChannel(client: MembersClient, accountOf: AccountOf) {
  const isMember = async (channel: string, person: UserId): Promise<boolean> =>
    (await orUnavailable(unlessHidden(client.getChannelMember(channel, person)))) !== undefined;

  // Asked for one member alone, Mattermost also answers with one that has left.
  const isInTeam = async (team: string, person: UserId): Promise<boolean> => {
    const answer = await orUnavailable(unlessHidden(client.getTeamMembersByIds(team, [person])));
    return z.array(z.unknown()).parse(answer ?? []).length > 0;
  };

  return async (person: UserId, { id, type, team_id: team }: Readable): Promise<boolean> => {
    if (await isMember(id, person)) return true;
    if (type !== 'O' || team === '') return false;
    const isGuest = (await accountOf(person))?.isGuest ?? true;
    return !isGuest && (await isInTeam(team, person));
  };
}
