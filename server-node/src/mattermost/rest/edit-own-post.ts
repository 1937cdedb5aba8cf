import { DeliveryError, refuseUnlessOurs, refuseUnlessOwn } from '../../replies/ports.ts';
import { isMattermostId, type PostId, type UserId } from '../../shared/ids.ts';
import type { RestClient } from './rest-client.ts';

/**
 * Gives a post of the bot's another text. Nothing is sent when it has it already: each edit marks the post as edited.
 *
 * @throws {DeliveryError} for a post that is not the bot's; {RestError}
 */
export async function editOwnPost(
  client: Pick<RestClient, 'getPost' | 'patchPost'>,
  botId: UserId,
  { postId, text }: { postId: PostId; text: string },
  isOurs: () => boolean,
): Promise<PostId> {
  if (!isMattermostId(postId))
    throw new DeliveryError('what is to be edited is no post', { permanent: true });
  const post = await client.getPost(postId);
  refuseUnlessOwn(botId, post.user_id);
  if (post.message === text) return postId;
  refuseUnlessOurs(isOurs);
  await client.patchPost(postId, { message: text });
  return postId;
}
