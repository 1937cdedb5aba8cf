import type { Channel, Post } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { mentionedIn } from './mentions.ts';
import { postView } from './post-view.ts';

/** Stores a finished post, counts it, and tells the members of its channel. */
export function publishPost(site: Site, channel: Channel, post: Post, setOnline = true): void {
  site.world.posts.set(post.id, post);
  site.posts.add(post);
  channel.last_post_at = post.create_at;
  channel.total_msg_count += 1;
  if (post.root_id === '') {
    channel.last_root_post_at = post.create_at;
    channel.total_msg_count_root += 1;
  }
  announce(site, channel, post, setOnline);
}

function announce(site: Site, channel: Channel, post: Post, setOnline: boolean): void {
  const sender = site.world.users.get(post.user_id)?.username ?? '';
  const mentioned = mentionedIn(site, post, channel);
  const data = {
    channel_display_name: channel.type === 'D' ? `@${sender}` : channel.display_name,
    channel_name: channel.name,
    channel_type: channel.type,
    post: JSON.stringify(postView(site, post)),
    sender_name: post.type.startsWith('system_') ? 'System' : `@${sender}`,
    set_online: setOnline,
    team_id: channel.team_id,
  };
  site.events.publish('posted', data, {
    channelId: channel.id,
    dataFor: (userId) => (mentioned.has(userId) ? { ...data, mentions: JSON.stringify([userId]) } : data),
  });
}
