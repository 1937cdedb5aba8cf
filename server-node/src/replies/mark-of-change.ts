import type { EpochMs } from '../shared/time.ts';
import type { TodoWriter } from '../todos/ports.ts';
import type { ChangeId } from '../todos/todo.ts';
import { replyIdOf } from './reply-id.ts';
import type { ReplyId } from './reply.ts';

/** Of the reaction that confirms a change on the message that asked for it. */
export const markIdOf = (changeId: ChangeId): ReplyId => replyIdOf(`the mark of ${changeId}`);

/** Takes that reaction away again, as long as the outbox remembers it. */
export async function takeMarkAway(
  { replyTarget, enqueue }: Pick<TodoWriter, 'replyTarget' | 'enqueue'>,
  changeId: ChangeId,
  at: EpochMs,
): Promise<void> {
  const target = await replyTarget(markIdOf(changeId));
  if (target?.kind !== 'reaction') return;
  await enqueue([{ target: { ...target, isTakenAway: true }, text: target.emoji }], at);
}
