import { created, OK } from '../http/answers.ts';
import type { ApiRouter } from '../http/api-router.ts';
import { idParam, numberQuery, objectBody, param, stringsBody, text, type Call } from '../http/call.ts';
import { MattermostError, noPermission } from '../http/mattermost-error.ts';
import { channelMember, insist, isAdmin, managesTeam, mayRead, teamMember } from '../people/permissions.ts';
import type { Channel } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { systemPost } from '../posts/system-post.ts';
import { channelView } from './channel-views.ts';
import { readableChannel, wantedChannel } from './find-channel.ts';
import { joinChannel } from './join-channel.ts';
import { directName, newChannel } from './new-channel.ts';

export function channelRoutes(site: Site, api: ApiRouter): void {
  api.on('post', '/channels', (call) => create(site, call));
  api.on('post', '/channels/direct', (call) => direct(site, call));
  api.on('post', '/channels/group', (call) => group(site, call));
  api.on('get', '/channels/:channel_id', (call) => channelView(readableChannel(site, call)));
  api.on('put', '/channels/:channel_id/patch', (call) => patch(site, call));
  api.on('delete', '/channels/:channel_id', (call) => archive(site, call));
  api.on('post', '/channels/:channel_id/restore', (call) => restore(site, call));
  api.on('post', '/channels/members/:user_id/view', (call) => view(site, call));
  api.on('get', '/channels/:channel_id/stats', (call) => stats(site, call));
  api.on('get', '/teams/:team_id/channels', (call) => publicOnes(site, call));
  api.on('get', '/teams/:team_id/channels/name/:name', (call) =>
    byName(site, call, idParam(call, 'team_id')),
  );
  api.on('get', '/teams/name/:team/channels/name/:name', (call) => {
    const team = [...site.world.teams.values()].find(({ name }) => name === param(call.req, 'team'));
    return byName(site, call, team?.id ?? '');
  });
  api.on('get', '/users/:user_id/teams/:team_id/channels', (call) =>
    channelsOf(site, call, idParam(call, 'team_id')),
  );
  api.on('get', '/users/:user_id/channels', (call) => channelsOf(site, call));
}

function create(site: Site, call: Call): unknown {
  const body = objectBody(call.req, 'channel');
  const teamId = text(body['team_id']);
  insist(isAdmin(call.user) || teamMember(site, teamId, call.user.id) !== undefined);
  const name = text(body['name']);
  if (!/^[a-z0-9][a-z0-9._-]{0,63}$/.test(name)) {
    throw new MattermostError(400, 'model.channel.is_valid.1_or_more.app_error', 'Invalid channel name.');
  }
  if (findByName(site, teamId, name) !== undefined) {
    throw new MattermostError(
      400,
      'store.sql_channel.save_channel.exists.app_error',
      'A channel with that name already exists on the same team.',
    );
  }
  const type = body['type'] === 'P' ? 'P' : 'O';
  const [display_name, header, purpose] = ['display_name', 'header', 'purpose'].map((field) =>
    text(body[field]),
  );
  const wanted = {
    team_id: teamId,
    name,
    display_name: display_name || name,
    type,
    creator_id: call.user.id,
  } as const;
  const channel = newChannel(site, { ...wanted, header: header ?? '', purpose: purpose ?? '' });
  joinChannel(site, channel, call.user.id, true);
  site.events.publish(
    'channel_created',
    { channel_id: channel.id, team_id: teamId },
    { userId: call.user.id },
  );
  return created(channelView(channel));
}

const findByName = (site: Site, teamId: string, name: string): Channel | undefined =>
  [...site.world.channels.values()].find((one) => one.team_id === teamId && one.name === name);

function direct(site: Site, call: Call): unknown {
  const ids = stringsBody(call.req, 'user_ids');
  const [one = '', other = ''] = ids;
  insist(isAdmin(call.user) || ids.includes(call.user.id));
  if (ids.length !== 2 || !ids.every((id) => site.world.users.has(id))) {
    throw new MattermostError(
      400,
      'api.channel.create_direct_channel.invalid_user.app_error',
      'Invalid user ID for direct channel creation.',
    );
  }
  return created(channelView(directChannel(site, one, other, call.user.id)));
}

/** Opening it again gives the same channel. */
export function directChannel(site: Site, one: string, other: string, creatorId: string): Channel {
  const name = directName(one, other);
  const known = findByName(site, '', name);
  if (known !== undefined) return known;
  const channel = newChannel(site, { team_id: '', name, display_name: '', type: 'D', creator_id: creatorId });
  for (const userId of new Set([one, other])) {
    joinChannel(site, channel, userId);
    site.events.publish('direct_added', { creator_id: creatorId, teammate_id: userId }, { userId });
  }
  return channel;
}

function group(site: Site, call: Call): unknown {
  const userIds = [...new Set([...stringsBody(call.req, 'user_ids'), call.user.id])].sort();
  const people = userIds.map((id) => site.world.users.get(id));
  const names = people.map((user) => user?.username ?? '');
  if (names.includes('') || names.length < 3 || names.length > 8) {
    throw new MattermostError(
      400,
      'api.channel.create_group.bad_size.app_error',
      'Group message channels must contain at least 3 and no more than 8 users.',
    );
  }
  const name = userIds.join('_');
  const known = findByName(site, '', name);
  if (known !== undefined) return created(channelView(known));
  const wanted = {
    team_id: '',
    name,
    display_name: names.join(', '),
    type: 'G',
    creator_id: call.user.id,
  } as const;
  const channel = newChannel(site, wanted);
  for (const userId of userIds) joinChannel(site, channel, userId);
  return created(channelView(channel));
}

function patch(site: Site, call: Call): unknown {
  const channel = readableChannel(site, call);
  insist(isAdmin(call.user) || channelMember(site, channel.id, call.user.id) !== undefined);
  const body = objectBody(call.req, 'channel');
  for (const field of ['display_name', 'header', 'purpose', 'name'] as const) {
    if (typeof body[field] === 'string') channel[field] = body[field];
  }
  channel.update_at = site.now();
  site.events.publish(
    'channel_updated',
    { channel: JSON.stringify(channelView(channel)) },
    { channelId: channel.id },
  );
  return channelView(channel);
}

function archive(site: Site, call: Call): unknown {
  const channel = manageable(site, call);
  systemPost(
    site,
    channel,
    call.user,
    'system_channel_deleted',
    `${call.user.username} archived the channel.`,
  );
  channel.delete_at = site.now();
  const data = { channel_id: channel.id, delete_at: channel.delete_at };
  site.events.publish('channel_deleted', data, { channelId: channel.id });
  return OK;
}

function restore(site: Site, call: Call): unknown {
  const channel = manageable(site, call);
  channel.delete_at = 0;
  site.events.publish('channel_restored', { channel_id: channel.id }, { channelId: channel.id });
  return channelView(channel);
}

function manageable(site: Site, call: Call): Channel {
  const channel = wantedChannel(site, idParam(call, 'channel_id'));
  insist(
    managesTeam(site, channel.team_id, call.user) ||
      channelMember(site, channel.id, call.user.id)?.scheme_admin === true,
  );
  return channel;
}

function view(site: Site, call: Call): unknown {
  const { channel_id } = objectBody(call.req, 'channel_view');
  const channel = site.world.channels.get(text(channel_id));
  const member = channel && channelMember(site, channel.id, call.user.id);
  if (channel === undefined || member === undefined) {
    return { status: 'OK', last_viewed_at_times: {} };
  }
  member.last_viewed_at = channel.last_post_at;
  member.msg_count = channel.total_msg_count;
  member.msg_count_root = channel.total_msg_count_root;
  member.mention_count = 0;
  const times = { [channel.id]: member.last_viewed_at };
  site.events.publish('multiple_channels_viewed', { channel_times: times }, { userId: call.user.id });
  return { status: 'OK', last_viewed_at_times: times };
}

function stats(site: Site, call: Call): unknown {
  const channel = readableChannel(site, call);
  const members = [...site.world.channelMembers.values()].filter((one) => one.channel_id === channel.id);
  return {
    channel_id: channel.id,
    member_count: members.length,
    guest_count: 0,
    pinnedpost_count: 0,
    files_count: 0,
  };
}

function publicOnes(site: Site, call: Call): unknown {
  const teamId = idParam(call, 'team_id');
  insist(isAdmin(call.user) || teamMember(site, teamId, call.user.id) !== undefined);
  const perPage = Math.min(numberQuery(call.req, 'per_page', 60), 200);
  const start = numberQuery(call.req, 'page', 0) * perPage;
  return [...site.world.channels.values()]
    .filter(({ team_id, type, delete_at }) => team_id === teamId && type === 'O' && delete_at === 0)
    .slice(start, start + perPage)
    .map(channelView);
}

function byName(site: Site, call: Call, teamId: string): unknown {
  const channel = findByName(site, teamId, param(call.req, 'name').toLowerCase());
  if (channel === undefined || channel.delete_at !== 0) {
    throw new MattermostError(404, 'app.channel.get_by_name.missing.app_error', 'Channel does not exist.');
  }
  // A private channel is not even admitted to exist.
  if (!mayRead(site, channel, call.user)) {
    if (channel.type === 'O') throw noPermission();
    throw new MattermostError(404, 'app.channel.get_by_name.missing.app_error', 'Channel does not exist.');
  }
  return channelView(channel);
}

function channelsOf(site: Site, call: Call, teamId?: string): unknown {
  const userId = idParam(call, 'user_id');
  insist(userId === call.user.id || isAdmin(call.user));
  return [...site.world.channels.values()]
    .filter(
      ({ team_id, delete_at }) => delete_at === 0 && (teamId === undefined || ['', teamId].includes(team_id)),
    )
    .filter(({ id }) => channelMember(site, id, userId) !== undefined)
    .map(channelView);
}
