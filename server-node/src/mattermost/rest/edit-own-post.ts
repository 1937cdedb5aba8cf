import { DeliveryError, refuseUnlessOurs, refuseUnlessOwn } from '../../replies/ports.ts';
import { showsAlready, withPressables, type Pressable } from '../../replies/pressable.ts';
import { isMattermostId, type PostId, type UserId } from '../../shared/ids.ts';
import type { RestClient } from './rest-client.ts';

export interface Edit {
  postId: PostId;
  text: string;
  /** Left out: what can be pressed stays, and so does all else. */
  pressables?: readonly Pressable[] | undefined;
  /** What Mattermost calls for each press; undefined when it is not known. */
  url: string | undefined;
}

/**
 * Gives a post of the bot's another text, and other things to press. Nothing is sent when it has them already: each edit
 * marks the post as edited. Mattermost replaces all properties or none, and tells of those to press only their names; so
 * what others put on the post is sent along, and what can be pressed is written anew.
 *
 * @throws {DeliveryError} for a post that is not the bot's; {RestError}
 */
export async function editOwnPost(
  client: Pick<RestClient, 'getPost' | 'patchPost'>,
  botId: UserId,
  { postId, text, pressables, url }: Edit,
  isOurs: () => boolean,
): Promise<PostId> {
  if (!isMattermostId(postId))
    throw new DeliveryError('what is to be edited is no post', { permanent: true });
  const post = await client.getPost(postId);
  refuseUnlessOwn(botId, post.user_id);
  if (post.message === text && (pressables === undefined || showsAlready(post.props, pressables)))
    return postId;
  refuseUnlessOurs(isOurs);
  const props = pressables === undefined ? {} : { props: withPressables(post.props, pressables, url) };
  await client.patchPost(postId, { message: text, ...props });
  return postId;
}
