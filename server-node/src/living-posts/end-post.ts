import type { EpochMs } from '../shared/time.ts';
import type { TodoWriter } from '../todos/ports.ts';
import { livingWakeUp, type LivingPost, type LivingPostKey } from './living-post.ts';

/**
 * Has a post say that it is kept true no longer, under a key of its own: another one can take its place at once.
 *
 * @param at from when on that is seen to, by whichever process
 * @returns the key; undefined when it was not made yet, and whoever makes it finds that out
 */
export async function endPost(
  { livingPosts, wakeUps }: Pick<TodoWriter, 'livingPosts' | 'wakeUps'>,
  post: LivingPost,
  at: EpochMs,
): Promise<LivingPostKey | undefined> {
  if (post.postId === null) return undefined;
  const key = `ended:${post.postId}` as LivingPostKey;
  await livingPosts.put({ ...post, key, kind: 'ended', about: '', shown: '', edits: 0, editedAt: 0 });
  await wakeUps.schedule([livingWakeUp(key, at)]);
  return key;
}
