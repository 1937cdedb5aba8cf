import { created, OK } from '../http/answers.ts';
import type { ApiRouter } from '../http/api-router.ts';
import { idParam, numberQuery, objectBody, stringsBody, text, type Call } from '../http/call.ts';
import { MattermostError, noPermission, noSuchUser } from '../http/mattermost-error.ts';
import { channelMember, insist, isAdmin, maySeeMembers, teamMember } from '../people/permissions.ts';
import { systemPost } from '../posts/system-post.ts';
import type { Channel, User } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { pair } from '../site/world.ts';
import { channelMemberView } from './channel-views.ts';
import { wantedChannel } from './find-channel.ts';
import { joinChannel, membersOf } from './join-channel.ts';

export function channelMemberRoutes(site: Site, api: ApiRouter): void {
  api.on('get', '/channels/:channel_id/members', (call) => list(site, call));
  api.on('post', '/channels/:channel_id/members', (call) => add(site, call));
  api.on('post', '/channels/:channel_id/members/ids', (call) => byIds(site, call));
  api.on('get', '/channels/:channel_id/members/:user_id', (call) => one(site, call));
  api.on('delete', '/channels/:channel_id/members/:user_id', (call) => remove(site, call));
  api.on('get', '/users/:user_id/teams/:team_id/channels/members', (call) =>
    membershipsOf(site, call, idParam(call, 'team_id')),
  );
  api.on('get', '/users/:user_id/channel_members', (call) => membershipsOf(site, call));
}

function list(site: Site, call: Call): unknown {
  const channel = channelOfMembers(site, call);
  const perPage = Math.min(numberQuery(call.req, 'per_page', 60), 200);
  const start = numberQuery(call.req, 'page', 0) * perPage;
  return membersOf(site, channel.id)
    .slice(start, start + perPage)
    .map(channelMemberView);
}

function byIds(site: Site, call: Call): unknown {
  const channel = channelOfMembers(site, call);
  return stringsBody(call.req, 'user_ids')
    .map((userId) => channelMember(site, channel.id, userId))
    .filter((member) => member !== undefined)
    .map(channelMemberView);
}

function channelOfMembers(site: Site, call: Call): Channel {
  const channel = site.world.channels.get(idParam(call, 'channel_id'));
  if (channel === undefined || !maySeeMembers(site, channel, call.user)) throw noPermission();
  return channel;
}

function one(site: Site, call: Call): unknown {
  const channel = channelOfMembers(site, call);
  const member = channelMember(site, channel.id, idParam(call, 'user_id'));
  if (member !== undefined) return channelMemberView(member);
  throw new MattermostError(
    404,
    'app.channel.get_member.missing.app_error',
    'No channel member found for that user ID and channel ID.',
  );
}

function add(site: Site, call: Call): unknown {
  const channel = wantedChannel(site, idParam(call, 'channel_id'));
  const user = site.world.users.get(text(objectBody(call.req, 'user_id')['user_id']));
  if (user === undefined) throw noSuchUser();
  insist(mayAdd(site, channel, call.user, user));
  const known = channelMember(site, channel.id, user.id);
  const member = joinChannel(site, channel, user.id);
  if (known === undefined) tellAdded(site, channel, call.user, user);
  return created(channelMemberView(member));
}

/** People of the team join its public channels by themselves; into a private one a member brings them. */
function mayAdd(site: Site, channel: Channel, caller: User, user: User): boolean {
  if (channel.team_id === '' || teamMember(site, channel.team_id, user.id) === undefined) return false;
  if (isAdmin(caller) || channelMember(site, channel.id, caller.id) !== undefined) return true;
  return channel.type === 'O' && caller.id === user.id;
}

function tellAdded(site: Site, channel: Channel, caller: User, user: User): void {
  const data = { team_id: channel.team_id, user_id: user.id };
  site.events.publish('user_added', data, { userId: user.id, channelId: channel.id });
  site.events.publish('user_added', data, { channelId: channel.id, omitUser: user.id });
  if (caller.id === user.id) {
    return systemPost(site, channel, user, 'system_join_channel', `${user.username} joined the channel.`, {
      username: user.username,
    });
  }
  systemPost(
    site,
    channel,
    caller,
    'system_add_to_channel',
    `${user.username} added to the channel by ${caller.username}.`,
    { addedUserId: user.id, addedUsername: user.username, userId: caller.id, username: caller.username },
  );
}

function remove(site: Site, call: Call): unknown {
  const channel = wantedChannel(site, idParam(call, 'channel_id'));
  const userId = idParam(call, 'user_id');
  const user = site.world.users.get(userId);
  insist(
    userId === call.user.id ||
      isAdmin(call.user) ||
      channelMember(site, channel.id, call.user.id) !== undefined,
  );
  if (user === undefined || !site.world.channelMembers.delete(pair(channel.id, userId))) throw noSuchUser();
  const removed = { channel_id: channel.id, remover_id: call.user.id };
  site.events.publish('user_removed', removed, { userId });
  site.events.publish(
    'user_removed',
    { remover_id: call.user.id, user_id: userId },
    { channelId: channel.id },
  );
  if (userId === call.user.id) {
    const message = `@${user.username} left the channel.`;
    systemPost(site, channel, user, 'system_leave_channel', message, { username: user.username });
  }
  return OK;
}

function membershipsOf(site: Site, call: Call, teamId?: string): unknown {
  const userId = idParam(call, 'user_id');
  insist(userId === call.user.id || isAdmin(call.user));
  return [...site.world.channelMembers.values()]
    .filter((member) => member.user_id === userId)
    .filter(({ channel_id }) => {
      const channel = site.world.channels.get(channel_id);
      return channel?.delete_at === 0 && (teamId === undefined || ['', teamId].includes(channel.team_id));
    })
    .map(channelMemberView);
}
