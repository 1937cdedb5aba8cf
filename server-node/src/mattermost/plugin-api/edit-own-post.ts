import type { PluginApi } from 'mattermost-plugin-host';

import { DeliveryError, refuseUnlessOurs, refuseUnlessOwn } from '../../replies/ports.ts';
import type { PostId, UserId } from '../../shared/ids.ts';
import { isMissing } from './api-failure.ts';

export type EditApi = Pick<PluginApi, 'GetPost' | 'UpdatePost'>;

/**
 * Gives a post of the bot's another text. The properties are sent along, as Mattermost would empty those left out.
 * Nothing is sent when it has the text already: each edit marks the post as edited.
 *
 * @throws {DeliveryError} for a post that is not the bot's or was deleted; {ApiError}
 */
export async function editOwnPost(
  api: EditApi,
  botId: UserId,
  { postId, text }: { postId: PostId; text: string },
  isOurs: () => boolean,
): Promise<PostId> {
  const post = await existing(api, postId);
  refuseUnlessOwn(botId, post.UserId);
  if (post.Message === text) return postId;
  refuseUnlessOurs(isOurs);
  await api.UpdatePost({ ...post, Message: text });
  return postId;
}

async function existing(api: EditApi, postId: PostId) {
  try {
    const post = await api.GetPost(postId);
    if (post.DeleteAt === 0) return post;
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  throw new DeliveryError('the post to be edited was deleted', { permanent: true });
}
