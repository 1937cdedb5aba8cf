import { aboutAsked } from '../living-posts/living-post.ts';
import type { LivingPostWriter } from '../living-posts/ports.ts';
import type { EpochMs } from '../shared/time.ts';
import type { Step } from '../todos/recount.ts';
import { isSameOutcome } from './request-wake-ups.ts';

/**
 * Has the messages looked at by which somebody was asked for what a change ends, asks again or words anew while it
 * waits; in the transaction of the change.
 */
export async function touchRequestPosts(
  livingPosts: Pick<LivingPostWriter, 'wakeNaming' | 'nameAnew'>,
  steps: readonly Step[],
  at: EpochMs,
): Promise<void> {
  const touched = steps.filter((step) => isTouched(step));
  if (touched.length === 0) return;
  for (const { before, after } of touched) {
    const { id: todoId, text, assigneeId } = after;
    if (after.state !== 'waiting' || assigneeId === null) continue;
    // The words may have changed while it did not wait, and then no message heard of it.
    if (before?.state === 'waiting' && before.text === text) continue;
    await livingPosts.nameAnew(aboutAsked(assigneeId), { todoId, text });
  }
  await livingPosts.wakeNaming(
    touched.map(({ after: { id } }) => id),
    at,
  );
}

function isTouched(step: Step): boolean {
  const { before, after } = step;
  if (before === undefined) return false;
  return before.state === 'waiting' || after.state === 'waiting' || !isSameOutcome(step);
}
