import type { Channel, ChannelMember } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { pair } from '../site/world.ts';

/** Joining again changes nothing. */
export function joinChannel(site: Site, channel: Channel, userId: string, admin = false): ChannelMember {
  const key = pair(channel.id, userId);
  const known = site.world.channelMembers.get(key);
  if (known !== undefined) return known;
  const member: ChannelMember = {
    channel_id: channel.id,
    user_id: userId,
    last_viewed_at: 0,
    msg_count: 0,
    msg_count_root: 0,
    mention_count: 0,
    last_update_at: site.now(),
    scheme_admin: admin,
  };
  site.world.channelMembers.set(key, member);
  return member;
}

export function membersOf(site: Site, channelId: string): ChannelMember[] {
  return [...site.world.channelMembers.values()].filter(({ channel_id }) => channel_id === channelId);
}
