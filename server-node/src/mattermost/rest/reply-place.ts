import { DeliveryError } from '../../replies/ports.ts';
import type { PostTarget } from '../../replies/reply.ts';
import type { ChannelId, PostId, UserId } from '../../shared/ids.ts';
import { HOUR_MS, type Clock } from '../../shared/time.ts';
import type { BotAccount } from './bot-account.ts';
import { RestError } from './rest-error.ts';
import { makeShortMemory } from '../../shared/short-memory.ts';
import type { RestClient } from './rest-client.ts';

/** Where a reply is posted. */
export interface ReplyPlace {
  channelId: ChannelId;
  /** Empty: no thread. */
  rootId: PostId | '';
}

const MAX_DIRECT_CHANNELS = 10_000;

/** Finds the thread of the message that is answered, or the direct channel of a person. */
export function makeReplyPlace(client: RestClient, me: () => Promise<BotAccount>, now: Clock) {
  const directChannels = makeShortMemory<ChannelId>({
    now,
    keepMs: () => HOUR_MS,
    maxEntries: MAX_DIRECT_CHANNELS,
  });

  async function openDirect(userId: UserId): Promise<ChannelId> {
    const channel = await client.createDirectChannel([(await me()).userId, userId]);
    return channel.id as ChannelId;
  }

  return async (target: PostTarget): Promise<ReplyPlace> => {
    if (target.kind === 'direct') {
      const channelId = await directChannels.recall(target.userId, () => openDirect(target.userId));
      return { channelId, rootId: '' };
    }
    if (target.kind === 'channel') return { channelId: target.channelId, rootId: '' };
    return { channelId: target.channelId, rootId: await rootOf(client, target) };
  };
}

/**
 * An answer belongs to what it answers: when that message is gone, whoever deleted it wants no answer, so the reply
 * is dropped; and one of another channel can never be answered here, however often that is tried. A message that the bot may not read is taken for the root itself.
 */
async function rootOf(
  client: RestClient,
  { channelId, triggerPostId }: Extract<PostTarget, { kind: 'thread' }>,
): Promise<PostId> {
  try {
    const trigger = await client.getPost(triggerPostId);
    if (trigger.channel_id !== channelId) {
      throw new DeliveryError('the message it answers is in another channel', { permanent: true });
    }
    return (trigger.root_id === '' ? triggerPostId : trigger.root_id) as PostId;
  } catch (error) {
    if (error instanceof RestError && error.status === 403) {
      return triggerPostId;
    }
    if (error instanceof RestError && error.status === 404 && error.id !== 'not_mattermost') {
      throw new DeliveryError('the message it answers was deleted', { permanent: true, cause: error });
    }
    throw error;
  }
}
