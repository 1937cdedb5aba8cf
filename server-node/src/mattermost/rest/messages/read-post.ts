import type { PostToBot } from '../../../messages/direct-message.ts';
import type { PostId } from '../../../shared/ids.ts';
import { postSchema } from '../post-schema.ts';

/** @returns undefined for what is no post */
export const readPostId = (value: unknown): PostId | undefined =>
  postSchema.pick({ id: true }).safeParse(value).data?.id;

/** @returns undefined for what is no post, or one that was deleted */
export function readPost(value: unknown): PostToBot | undefined {
  const post = postSchema.safeParse(value).data;
  if (post === undefined || post.delete_at !== 0) return undefined;
  return {
    postId: post.id,
    channelId: post.channel_id,
    userId: post.user_id,
    rootId: post.root_id,
    text: post.message,
    type: post.type,
    props: post.props ?? {},
    writtenAt: post.create_at,
    editedAt: post.edit_at,
  };
}
