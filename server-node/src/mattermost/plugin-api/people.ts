import type { Channel, PluginApi, Team } from 'mattermost-plugin-host';

import type { People } from '../../callers/people.ts';
import type { UserId } from '../../shared/ids.ts';
import { accountFrom } from './accounts.ts';
import { orUnavailable, unlessMissing } from './api-failure.ts';

export type PeopleApi = Pick<
  PluginApi,
  'GetUsersByUsernames' | 'SearchUsers' | 'GetTeamsForUser' | 'GetChannelsForTeamForUser'
>;

/** Mattermost's own limit for one search. */
const MOST_FOUND = 1_000;
/** With which Mattermost gives the channels of all teams, and the direct ones. */
const ANY_TEAM = '';

/** A plugin sees everybody, and where they are. */
export function makePeople(api: PeopleApi): People {
  const teamsOf = (id: UserId) => orUnavailable(api.GetTeamsForUser(id));
  // Somebody who is in no channel at all is not found.
  const channelsOf = async (id: UserId) =>
    (await unlessMissing(api.GetChannelsForTeamForUser(ANY_TEAM, id, false))) ?? [];
  return {
    named: async (usernames) =>
      (await orUnavailable(api.GetUsersByUsernames([...usernames]))).map(accountFrom),
    beginningWith: async (Term) =>
      (await orUnavailable(api.SearchUsers({ Term, Limit: MOST_FOUND }))).map(accountFrom),
    sharingTeam: (personId, others) => sharing(personId, others, teamsOf),
    sharingChannel: (personId, others) => sharing(personId, others, channelsOf),
  };
}

async function sharing(
  personId: UserId,
  others: readonly UserId[],
  placesOf: (id: UserId) => Promise<readonly (Team | Channel)[]>,
): Promise<ReadonlySet<UserId>> {
  const places = new Set((await placesOf(personId)).map(({ Id }) => Id));
  const shares = async (other: UserId): Promise<UserId[]> =>
    (await placesOf(other)).some(({ Id }) => places.has(Id)) ? [other] : [];
  return new Set((await Promise.all(others.map(shares))).flat());
}
