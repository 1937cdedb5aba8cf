import { openTodo } from '../callers/open-todo.ts';
import { changeAnswer } from '../program/built-in/change-answer.ts';
import { HERE_LEAD } from '../program/texts/leads.ts';
import { textsIn } from '../program/texts/texts-in.ts';
import type { PressAct } from '../replies/press-act.ts';
import type { Acts } from '../todos/acts.ts';
import type { Press, Pressed } from './press.ts';

/**
 * Ticks one to-do of a living post. The post is everybody's, so what was done is told to whoever pressed alone. Mattermost
 * shows such words without buttons, so they name the command that takes it back.
 */
export async function pressTickPosted(
  acts: Acts,
  { caller, requestKey, texts, locale }: Press,
  { todoId }: Extract<PressAct, { kind: 'tick_posted' }>,
): Promise<Pressed> {
  const { id, listId } = await openTodo(acts, caller, ['see', 'done'], todoId);
  const change = await acts.complete({ actorId: caller.userId, listId, requestKey }, { ids: [id] });
  const { text } = changeAnswer(texts, change);
  if (change.unchanged.length === change.todos.length) return { kind: 'note', text };
  return { kind: 'rewrites_itself', note: `${text}\n${textsIn(locale, HERE_LEAD).change.undoBringsBack}` };
}
