import type { PluginApi } from 'mattermost-plugin-host';

import { PRESS_PATH } from '../../contract/paths.ts';
import { DeliveryError, refuseUnlessOurs, refuseUnlessOwn } from '../../replies/ports.ts';
import type { PostId, UserId } from '../../shared/ids.ts';
import { showsAlready, withPressables, type Pressable } from '../../replies/pressable.ts';
import { isMissing } from './api-failure.ts';

export type EditApi = Pick<PluginApi, 'GetPost' | 'UpdatePost'>;

export interface Edit {
  postId: PostId;
  text: string;
  /** Left out: what can be pressed stays. */
  pressables?: readonly Pressable[] | undefined;
}

/**
 * Gives a post of the bot's another text, and other things to press. The properties are sent along, as Mattermost would empty those left out.
 * Nothing is sent when it has them already: each edit marks the post as edited.
 *
 * @throws {DeliveryError} for a post that is not the bot's or was deleted; {ApiError}
 */
export async function editOwnPost(
  api: EditApi,
  botId: UserId,
  { postId, text, pressables }: Edit,
  isOurs: () => boolean,
): Promise<PostId> {
  const post = await existing(api, postId);
  refuseUnlessOwn(botId, post.UserId);
  if (post.Message === text && (pressables === undefined || showsAlready(post.Props, pressables)))
    return postId;
  refuseUnlessOurs(isOurs);
  const props = pressables === undefined ? post.Props : withPressables(post.Props, pressables, PRESS_PATH);
  await api.UpdatePost({ ...post, Message: text, Props: props });
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
