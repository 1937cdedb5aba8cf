import { openTodo } from '../callers/open-todo.ts';
import { changeAnswer } from '../program/built-in/change-answer.ts';
import type { PressAct } from '../replies/press-act.ts';
import type { Acts } from '../todos/acts.ts';
import type { Press, Pressed } from './press.ts';

/** Ticks one to-do of a living post. The post is everybody's, so only what did not change is told, and only here. */
export async function pressTickPosted(
  acts: Acts,
  { caller, requestKey, texts }: Press,
  { todoId }: Extract<PressAct, { kind: 'tick_posted' }>,
): Promise<Pressed> {
  const { id, listId } = await openTodo(acts, caller, ['see', 'done'], todoId);
  const change = await acts.complete({ actorId: caller.userId, listId, requestKey }, { ids: [id] });
  if (change.unchanged.length < change.todos.length) return { kind: 'rewrites_itself' };
  return { kind: 'note', text: changeAnswer(texts, change).text };
}
