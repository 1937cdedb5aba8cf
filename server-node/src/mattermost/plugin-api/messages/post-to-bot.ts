import type { Post } from 'mattermost-plugin-host';
import type { PostToBot } from '../../../messages/direct-message.ts';
import type { ChannelId, PostId, UserId } from '../../../shared/ids.ts';

export const postToBot = (post: Post): PostToBot => ({
  postId: post.Id as PostId,
  channelId: post.ChannelId as ChannelId,
  userId: post.UserId as UserId,
  rootId: post.RootId,
  text: post.Message,
  type: post.Type,
  props: post.Props,
  writtenAt: post.CreateAt,
  editedAt: post.EditAt,
});
