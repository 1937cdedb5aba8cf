import type { EpochMs } from '../shared/time.ts';
import type { TodoWriter } from '../todos/ports.ts';
import { EDIT_EVERY_MS, livingWakeUp, type LivingPostKey } from './living-post.ts';

/** Has a post looked at, if there is one, as soon as it may be edited: for what it shows beside to-dos. */
export async function touchPost(
  { livingPosts, wakeUps }: Pick<TodoWriter, 'livingPosts' | 'wakeUps'>,
  key: LivingPostKey,
  now: EpochMs,
): Promise<void> {
  const post = await livingPosts.lock(key);
  if (post !== undefined)
    await wakeUps.schedule([livingWakeUp(key, Math.max(now, post.editedAt + EDIT_EVERY_MS))]);
}
