import { z } from 'zod';
import type { ChannelId, PostId, UserId } from '../../shared/ids.ts';
import { mattermostId } from '../mattermost-id.ts';

/** What an outgoing webhook tells, as far as we use it; form and JSON have the same names. */
export const webhookPayload = z.object({
  channel_id: mattermostId<ChannelId>(),
  post_id: mattermostId<PostId>(),
  user_id: mattermostId<UserId>(),
});

export type WebhookPayload = z.output<typeof webhookPayload>;

const tokenField = z.object({ token: z.string().max(200) });

/** The token alone, so that nothing else is looked at before it was found right. */
export const webhookToken = (fields: unknown): string => tokenField.safeParse(fields).data?.token ?? '';
