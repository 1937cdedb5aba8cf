import { z } from 'zod';
import { isMattermostId, type ChannelId, type PostId, type UserId } from '../../shared/ids.ts';

const idOf = <Id extends string>() =>
  z
    .string()
    .refine(isMattermostId, 'Expected 26 lower-case letters and digits')
    .transform((id) => id as Id);

/** What an outgoing webhook tells, as far as we use it; form and JSON have the same names. */
export const webhookPayload = z.object({
  channel_id: idOf<ChannelId>(),
  post_id: idOf<PostId>(),
  user_id: idOf<UserId>(),
});

export type WebhookPayload = z.output<typeof webhookPayload>;

const tokenField = z.object({ token: z.string().max(200) });

/** The token alone, so that nothing else is looked at before it was found right. */
export const webhookToken = (fields: unknown): string => tokenField.safeParse(fields).data?.token ?? '';
