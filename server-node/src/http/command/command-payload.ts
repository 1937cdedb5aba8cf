import { z } from 'zod';
import type { ChannelId, UserId } from '../../shared/ids.ts';
import { mattermostId } from '../mattermost-id.ts';

export const OUR_COMMAND = '/todo';

/** What a custom slash command tells, as far as we use it. */
export const commandPayload = z.object({
  user_id: mattermostId<UserId>(),
  channel_id: mattermostId<ChannelId>().optional(),
  /** By whatever name its maker has given it; ours is `/todo`. */
  command: z.string().max(200).default(OUR_COMMAND),
  text: z.string().default(''),
  response_url: z.string().max(2_000).default(''),
  trigger_id: z.string().max(2_000).default(''),
});

export type CommandPayload = z.output<typeof commandPayload>;

const tokenField = z.object({ token: z.string().max(200).optional() });

/** Mattermost sends the token twice, unless an OAuth connection took the header over. */
export function commandToken(fields: unknown, authorization: string | undefined): string {
  const { data } = tokenField.safeParse(fields);
  return data?.token ?? /^Token (\S{1,200})$/i.exec(authorization ?? '')?.[1] ?? '';
}
