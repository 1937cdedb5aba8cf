import type { UserId } from '../shared/ids.ts';
import type { PostToBot } from './direct-message.ts';

/** Whether Mattermost says by this post that the bot may write in its channel again: it is in it anew, or that was unarchived. */
export function saysReturned({ type, userId, props }: PostToBot, botId: UserId): boolean {
  if (type === 'system_channel_restored') return true;
  if (type === 'system_join_channel') return userId === botId;
  return type === 'system_add_to_channel' && props['addedUserId'] === botId;
}
