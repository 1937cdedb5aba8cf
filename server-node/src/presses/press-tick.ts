import { openTodo } from '../callers/open-todo.ts';
import { changeAnswer } from '../program/built-in/change-answer.ts';
import type { TodoProgram } from '../program/ports.ts';
import type { PressAct } from '../replies/press-act.ts';
import type { Acts } from '../todos/acts.ts';
import type { Press, Pressed } from './press.ts';
import { listBelow, showList } from './show-list.ts';

/** Ticks one to-do of a list that is shown, and shows what is left, with what was done above it. */
export async function pressTick(
  acts: Acts,
  program: TodoProgram,
  press: Press,
  { todoId, page }: Extract<PressAct, { kind: 'tick' }>,
): Promise<Pressed> {
  const { caller, requestKey, texts } = press;
  const { id, listId } = await openTodo(acts, caller, ['see', 'done'], todoId);
  const change = await acts.complete({ actorId: caller.userId, listId, requestKey }, { ids: [id] });
  const list = await showList(program, press, listId, page);
  return { kind: 'rewrite', ...listBelow(changeAnswer(texts, change), list) };
}
