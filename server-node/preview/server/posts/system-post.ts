import type { Channel, Json, User } from '../site/records.ts';
import type { Site } from '../site/site.ts';
import { newPost } from './new-post.ts';
import { publishPost } from './publish-post.ts';

/** What the server itself says in a channel, in the name of whoever caused it. */
export function systemPost(
  site: Site,
  channel: Channel,
  by: User,
  type: string,
  message: string,
  props: Json = { username: by.username },
): void {
  const wanted = { user_id: by.id, channel_id: channel.id, message, type, props };
  publishPost(site, channel, newPost(wanted, site.now()));
}
