import type { PluginApi } from 'mattermost-plugin-host';

import { DeliveryError } from '../../replies/ports.ts';
import type { PostTarget } from '../../replies/reply.ts';
import type { UserId } from '../../shared/ids.ts';
import { isMissing } from './api-failure.ts';

/** Where a reply is posted. */
export interface ReplyPlace {
  channelId: string;
  /** Empty: no thread. */
  rootId: string;
}

export type PlaceApi = Pick<PluginApi, 'GetPost' | 'GetDirectChannel'>;

/** Finds the thread of the message that is answered, or the direct channel of a person. */
export function makeReplyPlace(api: PlaceApi, botId: () => UserId) {
  return async (target: PostTarget): Promise<ReplyPlace> => {
    if (target.kind === 'direct') {
      const channel = await api.GetDirectChannel(botId(), target.userId);
      return { channelId: channel.Id, rootId: '' };
    }
    if (target.kind === 'channel') return { channelId: target.channelId, rootId: '' };
    return { channelId: target.channelId, rootId: await rootOf(api, target) };
  };
}

/**
 * An answer belongs to what it answers: when that message is gone, whoever deleted it wants no answer; and one of
 * another channel can never be answered here, however often that is tried.
 */
async function rootOf(
  api: PlaceApi,
  { channelId, triggerPostId }: Extract<PostTarget, { kind: 'thread' }>,
): Promise<string> {
  try {
    const { RootId, ChannelId } = await api.GetPost(triggerPostId);
    if (ChannelId !== channelId) {
      throw new DeliveryError('the message it answers is in another channel', { permanent: true });
    }
    return RootId === '' ? triggerPostId : RootId;
  } catch (cause) {
    if (!isMissing(cause)) throw cause;
    throw new DeliveryError('the message it answers was deleted', { permanent: true, cause });
  }
}
