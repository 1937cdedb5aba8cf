import { openTodo } from '../callers/open-todo.ts';
import { changeAnswer } from '../program/built-in/change-answer.ts';
import type { TodoProgram } from '../program/ports.ts';
import { MOST_CHOICES } from '../replies/choices.ts';
import type { PressAct } from '../replies/press-act.ts';
import type { Acts } from '../todos/acts.ts';
import type { Press, Pressed } from './press.ts';
import { showList } from './show-list.ts';

/** Ticks one to-do of a list that is shown, and shows what is left, with what was done above it. */
export async function pressTick(
  acts: Acts,
  program: TodoProgram,
  press: Press,
  { todoId }: Extract<PressAct, { kind: 'tick' }>,
): Promise<Pressed> {
  const { caller, requestKey, texts } = press;
  const { id, listId } = await openTodo(acts, caller, ['see', 'done'], todoId);
  const change = await acts.complete({ actorId: caller.userId, listId, requestKey }, { ids: [id] });
  const done = changeAnswer(texts, change);
  const list = await showList(program, press, listId);
  const offered = [...(done.choices?.offered ?? []), ...list.choices.offered].slice(0, MOST_CHOICES);
  return { kind: 'rewrite', text: `${done.text}\n\n${list.text}`, choices: { offered } };
}
