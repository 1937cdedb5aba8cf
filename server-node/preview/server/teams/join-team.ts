import { joinChannel } from '../channels/join-channel.ts';
import { newChannel } from '../channels/new-channel.ts';
import { newId } from '../site/ids.ts';
import type { Team, TeamMember, User } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { pair } from '../site/world.ts';

const DEFAULT_CHANNELS = [
  ['town-square', 'Town Square'],
  ['off-topic', 'Off-Topic'],
] as const;

/** A team with the two channels that everybody who joins is put into. */
export function newTeam(site: Site, wanted: Pick<Team, 'name' | 'display_name' | 'type'>): Team {
  const now = site.now();
  const team: Team = {
    id: newId(),
    create_at: now,
    update_at: now,
    delete_at: 0,
    invite_id: newId(),
    allow_open_invite: false,
    ...wanted,
  };
  site.world.teams.set(team.id, team);
  for (const [name, display_name] of DEFAULT_CHANNELS) {
    newChannel(site, { team_id: team.id, name, display_name, type: 'O', creator_id: '' });
  }
  return team;
}

/** Joining again changes nothing. */
export function joinTeam(site: Site, team: Team, user: User, admin = false): TeamMember {
  const key = pair(team.id, user.id);
  const known = site.world.teamMembers.get(key);
  if (known?.delete_at === 0) return known;
  const member: TeamMember = { team_id: team.id, user_id: user.id, delete_at: 0, scheme_admin: admin };
  site.world.teamMembers.set(key, member);
  for (const channel of site.world.channels.values()) {
    const everybodys = DEFAULT_CHANNELS.some(([name]) => name === channel.name);
    if (channel.team_id === team.id && everybodys) joinChannel(site, channel, user.id);
  }
  site.events.publish('added_to_team', { team_id: team.id, user_id: user.id }, { userId: user.id });
  return member;
}
