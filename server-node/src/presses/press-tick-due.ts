import { checkListAccess } from '../callers/list-access.ts';
import { openTodo } from '../callers/open-todo.ts';
import { changeAnswer } from '../program/built-in/change-answer.ts';
import { MOST_CHOICES } from '../replies/choices.ts';
import type { PressAct } from '../replies/press-act.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';

/** Ticks one of those that a view shows as due, and shows the view as it is now, with what was done above it. */
export async function pressTickDue(
  { acts, program }: PressDeps,
  { caller, requestKey, texts, locale }: Press,
  { todoId, view, listId }: Extract<PressAct, { kind: 'tick_due' }>,
): Promise<Pressed> {
  await checkListAccess(caller, ['see'], listId);
  const todo = await openTodo(acts, caller, ['see', 'done'], todoId);
  const request = { actorId: caller.userId, listId: todo.listId, requestKey };
  const done = changeAnswer(texts, await acts.complete(request, { ids: [todo.id] }));
  const rest = await program.run({
    ...{ input: { verb: view }, surface: 'button' as const },
    ...{ actorId: caller.userId, listId, locale },
  });
  const offered = [...(done.choices?.offered ?? []), ...(rest.choices?.offered ?? [])];
  const choices = { ...rest.choices, offered: offered.slice(0, MOST_CHOICES) };
  return { kind: 'rewrite', text: `${done.text}\n\n${rest.text}`, choices };
}
