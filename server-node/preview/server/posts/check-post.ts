import { MattermostError } from '../http/mattermost-error.ts';
import type { Channel, Post } from '../site/records.ts';
import type { Site } from '../site/site.ts';

export const MAX_MESSAGE_CHARACTERS = 16_383;

export function checkMessage(message: string): void {
  if ([...message].length > MAX_MESSAGE_CHARACTERS) {
    throw new MattermostError(
      400,
      'model.post.is_valid.message_length.app_error',
      'Post Message property is longer than the maximum permitted length.',
    );
  }
}

/** The root must be there, in this channel, and itself no reply. */
export function checkRoot(site: Site, rootId: string, channel: Channel): void {
  if (rootId === '') return;
  const root: Post | undefined = site.world.posts.get(rootId);
  if (root === undefined || root.delete_at !== 0 || root.root_id !== '') {
    throw new MattermostError(400, 'api.post.create_post.root_id.app_error', 'Invalid RootId parameter.');
  }
  if (root.channel_id !== channel.id) {
    throw new MattermostError(
      400,
      'api.post.create_post.channel_root_id.app_error',
      'Invalid ChannelId for RootId parameter.',
    );
  }
}

export function checkNotArchived(channel: Channel, id: string, message: string): void {
  if (channel.delete_at !== 0) throw new MattermostError(400, id, message);
}
