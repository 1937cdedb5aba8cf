import { z } from 'zod';
import { isMattermostId, type ChannelId, type PostId, type UserId } from '../../shared/ids.ts';

const idOf = <Id extends string>() =>
  z
    .string()
    .refine(isMattermostId)
    .transform((id) => id as Id);

/** The part of Mattermost's post that we use. */
export const postSchema = z.object({
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
