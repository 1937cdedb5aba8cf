import type { Reaction as TheirReaction } from 'mattermost-plugin-host';
import type { Reaction } from '../../../messages/reaction.ts';
import type { PostId, UserId } from '../../../shared/ids.ts';

export const reactionOf = ({ UserId, PostId, EmojiName, UpdateAt }: TheirReaction): Reaction => ({
  userId: UserId as UserId,
  postId: PostId as PostId,
  emoji: EmojiName,
  at: UpdateAt,
});
