import { newId } from '../site/ids.ts';
import type { Channel } from '../site/records.ts';
import type { Site } from '../site/site.ts';

export type WantedChannel = Pick<Channel, 'team_id' | 'name' | 'display_name' | 'type' | 'creator_id'> &
  Partial<Pick<Channel, 'header' | 'purpose'>>;

export function newChannel(site: Site, wanted: WantedChannel): Channel {
  const now = site.now();
  const channel: Channel = {
    id: newId(),
    create_at: now,
    update_at: now,
    delete_at: 0,
    header: '',
    purpose: '',
    last_post_at: 0,
    total_msg_count: 0,
    total_msg_count_root: 0,
    last_root_post_at: 0,
    ...wanted,
  };
  site.world.channels.set(channel.id, channel);
  return channel;
}

/** The name of a direct channel: both ids, in order. */
export const directName = (one: string, other: string): string => [one, other].sort().join('__');
