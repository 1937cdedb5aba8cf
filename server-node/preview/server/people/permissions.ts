import { noPermission } from '../http/mattermost-error.ts';
import type { Channel, ChannelMember, TeamMember, User } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { pair } from '../site/world.ts';

export const isAdmin = (user: User): boolean => user.roles.split(' ').includes('system_admin');

/** Whether one of the person's system-wide roles grants it. */
export function may(site: Site, user: User, permission: string): boolean {
  if (isAdmin(user)) return true;
  const roles = user.roles.split(' ');
  return [...site.world.roles.values()].some(
    (role) => roles.includes(role.name) && role.permissions.includes(permission),
  );
}

export function insist(allowed: boolean): void {
  if (!allowed) throw noPermission();
}

export function teamMember(site: Site, teamId: string, userId: string): TeamMember | undefined {
  const member = site.world.teamMembers.get(pair(teamId, userId));
  return member?.delete_at === 0 ? member : undefined;
}

export const channelMember = (site: Site, channelId: string, userId: string): ChannelMember | undefined =>
  site.world.channelMembers.get(pair(channelId, userId));

export const managesTeam = (site: Site, teamId: string, user: User): boolean =>
  isAdmin(user) || teamMember(site, teamId, user.id)?.scheme_admin === true;

/** Members read everything; people of the team read its public channels without joining. */
export function mayRead(site: Site, channel: Channel, user: User): boolean {
  if (isAdmin(user) || channelMember(site, channel.id, user.id) !== undefined) return true;
  return channel.type === 'O' && teamMember(site, channel.team_id, user.id) !== undefined;
}

/** Who is in a channel is for those who are in it themselves, even of a public one. */
export const maySeeMembers = (site: Site, channel: Channel, user: User): boolean =>
  isAdmin(user) || channelMember(site, channel.id, user.id) !== undefined;

/** Members post; the two posting roles post where they are no members, and still cannot read there. */
export function mayPost(site: Site, channel: Channel, user: User): boolean {
  if (channelMember(site, channel.id, user.id) !== undefined || may(site, user, 'create_post')) return true;
  return channel.type === 'O' && may(site, user, 'create_post_public');
}
