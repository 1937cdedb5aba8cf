import { z } from 'zod';

import type { AccountOf } from '../../callers/account.ts';
import { hasMarkOfProgram, type FindPost } from '../../callers/written-post.ts';
import { isMattermostId } from '../../shared/ids.ts';
import { makeShortMemory } from '../../shared/short-memory.ts';
import { SECOND_MS, type Clock } from '../../shared/time.ts';
import { postSchema } from './post-schema.ts';
import { orUnavailable, unlessHidden } from './rest-error.ts';
import type { RestClient } from './rest-client.ts';

/** A channel changes its team or is archived seldom. */
const KEEP_CHANNEL_MS = 30 * SECOND_MS;
const MAX_CHANNELS = 10_000;

const channelSchema = z.object({
  type: z.string(),
  team_id: z.string().default(''),
  delete_at: z.number().default(0),
});

/**
 * Looks a message up as the bot: in channels that it is in, and in the public ones of its teams.
 */
export function makeFindPost(
  client: Pick<RestClient, 'getPost' | 'getChannel'>,
  accountOf: AccountOf,
  now: Clock,
): FindPost {
  const channels = makeShortMemory<z.output<typeof channelSchema>>({
    now,
    keepMs: () => KEEP_CHANNEL_MS,
    maxEntries: MAX_CHANNELS,
  });
  const askPost = async (id: string) => postSchema.parse(await client.getPost(id));
  const askChannel = (id: string) =>
    channels.recall(id, async () => channelSchema.parse(await client.getChannel(id)));
  return async (postId) => {
    if (!isMattermostId(postId)) return undefined;
    const post = await orUnavailable(unlessHidden(askPost(postId)));
    if (post === undefined || post.delete_at > 0) return undefined;
    const channel = await orUnavailable(unlessHidden(askChannel(post.channel_id)));
    if (channel === undefined) return undefined;
    const userId = post.user_id;
    return {
      postId,
      channelId: post.channel_id,
      userId,
      text: post.message,
      writtenAt: post.create_at,
      teamId: channel.team_id,
      isPublic: channel.type === 'O',
      isArchived: channel.delete_at > 0,
      isEdited: post.edit_at > 0,
      isOfMattermost: post.type.startsWith('system_'),
      isOfProgram: hasMarkOfProgram(post.props ?? {}) || ((await accountOf(userId))?.isBot ?? false),
    };
  };
}
