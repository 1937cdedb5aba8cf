import type { Channel } from '@mattermost/types/channels';
import type { Team } from '@mattermost/types/teams';
import type { PageStore } from '../store/store.ts';
import { Client4 } from './client.ts';

/** Everything the page needs before it can be shown. @returns false when nobody is signed in any more */
export async function loadWorld(store: PageStore): Promise<boolean> {
  const me = await Client4.getMe().catch((error: { status_code?: number }) => {
    if (error.status_code === 401) return undefined;
    throw error;
  });
  if (me === undefined) return false;
  store.dispatch({ type: 'RECEIVED_ME', data: me });
  const [config, preferences, teams, teamMembers] = await Promise.all([
    Client4.getClientConfig(),
    Client4.getMyPreferences(),
    Client4.getMyTeams(),
    Client4.getMyTeamMembers(),
  ]);
  store.dispatch({ type: 'CLIENT_CONFIG_RECEIVED', data: config });
  store.dispatch({ type: 'RECEIVED_ALL_PREFERENCES', data: preferences });
  store.dispatch({ type: 'RECEIVED_TEAMS_LIST', data: teams });
  store.dispatch({ type: 'RECEIVED_MY_TEAM_MEMBERS', data: teamMembers });
  const [team] = teams;
  if (team !== undefined) await loadTeam(store, team);
  return true;
}

async function loadTeam(store: PageStore, team: Team): Promise<void> {
  store.dispatch({ type: 'SELECT_TEAM', data: team.id });
  await loadChannels(store, team.id);
  const profiles = await Client4.getProfilesInTeam(team.id, 0, 200);
  store.dispatch({ type: 'RECEIVED_PROFILES_LIST', data: profiles });
}

export async function loadChannels(store: PageStore, teamId: string): Promise<void> {
  const [channels, members] = await Promise.all([
    Client4.getMyChannels(teamId),
    Client4.getMyChannelMembers(teamId),
  ]);
  store.dispatch({ type: 'RECEIVED_CHANNELS', teamId, data: channels as Channel[] });
  store.dispatch({ type: 'RECEIVED_MY_CHANNEL_MEMBERS', data: members });
}
