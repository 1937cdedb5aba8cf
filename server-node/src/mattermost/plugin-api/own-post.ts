import type { PluginApi } from 'mattermost-plugin-host';

import type { ReplyId } from '../../replies/reply.ts';
import type { PostId, UserId } from '../../shared/ids.ts';
import { DAY_MS, SECOND_MS } from '../../shared/time.ts';
import { REPLY_PROP } from '../rest/own-post.ts';
import { isMissing } from './api-failure.ts';
import type { ReplyPlace } from './reply-place.ts';

export type OwnPostApi = Pick<PluginApi, 'GetPostThread' | 'KVGet' | 'KVSetWithExpiry'>;

/** Longer than any reply is tried. */
const REMEMBERED_S = (7 * DAY_MS) / SECOND_MS;
const keyOf = (id: ReplyId) => `reply_${id}`;

/**
 * The bot's own post of this reply, if an earlier try made it: by its property in a thread; by a note of our own in a
 * direct channel, whose posts the plugin API does not list. Anyone can write the property, so only the bot's own posts
 * count.
 */
export async function findOwnPost(
  api: OwnPostApi,
  botId: UserId,
  { rootId }: ReplyPlace,
  id: ReplyId,
): Promise<PostId | undefined> {
  const noted = await api.KVGet(keyOf(id));
  if (noted !== null) return Buffer.from(noted).toString('utf8') as PostId;
  return rootId === '' ? undefined : inThread(api, botId, rootId, id);
}

/** @param postId whose post it became; kept so that a crash before the outbox knows does no harm */
export async function noteOwnPost(api: OwnPostApi, id: ReplyId, postId: PostId): Promise<void> {
  await api.KVSetWithExpiry(keyOf(id), Buffer.from(postId), REMEMBERED_S);
}

async function inThread(
  api: OwnPostApi,
  botId: UserId,
  rootId: string,
  id: ReplyId,
): Promise<PostId | undefined> {
  try {
    const { Posts } = await api.GetPostThread(rootId);
    const own = Object.values(Posts).find(
      ({ UserId, Props }) => UserId === botId && Props[REPLY_PROP] === id,
    );
    return own?.Id as PostId | undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
