import { choiceOf, openTodo } from '../callers/open-todo.ts';
import type { PressAct } from '../replies/press-act.ts';
import { holderOf } from '../todos/todo.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';
import { rewritten } from './press-todo.ts';

/** Takes back what the presser sent, or asks for it again. */
export async function pressSent(
  { acts, clockOf, colleagues }: PressDeps,
  press: Press,
  { kind, todoId }: Extract<PressAct, { kind: 'take_back' | 'bump' }>,
): Promise<Pressed> {
  const { caller, requestKey } = press;
  const todo = await openTodo(acts, caller, ['see', kind], todoId);
  const { listId, which } = choiceOf(caller.userId, todo);
  const request = { actorId: caller.userId, listId, requestKey };
  if (kind === 'bump') {
    await colleagues.checkReceiver(caller.userId, holderOf(todo));
    return rewritten(press, await acts.bump(request, which));
  }
  const { zone } = await clockOf(caller.userId);
  return rewritten(press, await acts.takeBack(request, which, zone));
}
