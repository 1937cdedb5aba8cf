import { z } from 'zod';
import type { PostToBot } from '../../../messages/direct-message.ts';
import { isMattermostId, type ChannelId, type PostId, type UserId } from '../../../shared/ids.ts';

const idOf = <Id extends string>() =>
  z
    .string()
    .refine(isMattermostId)
    .transform((id) => id as Id);

const schema = z.object({
  id: idOf<PostId>(),
  user_id: idOf<UserId>(),
  channel_id: idOf<ChannelId>(),
  root_id: z.string().default(''),
  message: z.string(),
  type: z.string().default(''),
  create_at: z.number(),
  edit_at: z.number().default(0),
  delete_at: z.number().default(0),
  props: z.record(z.string(), z.unknown()).nullish(),
});

/** @returns undefined for what is no post */
export const readPostId = (value: unknown): PostId | undefined =>
  schema.pick({ id: true }).safeParse(value).data?.id;

/** @returns undefined for what is no post, or one that was deleted */
export function readPost(value: unknown): PostToBot | undefined {
  const post = schema.safeParse(value).data;
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
