import { choiceOf, openTodo } from '../callers/open-todo.ts';
import type { PressAct } from '../replies/press-act.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';
import { rewritten } from './press-todo.ts';

/** Takes back what the presser sent, or asks for it again. */
export async function pressSent(
  { acts, clockOf }: PressDeps,
  press: Press,
  { kind, todoId }: Extract<PressAct, { kind: 'take_back' | 'bump' }>,
): Promise<Pressed> {
  const { caller, requestKey } = press;
  const { listId, which } = choiceOf(caller.userId, await openTodo(acts, caller, ['see', kind], todoId));
  const request = { actorId: caller.userId, listId, requestKey };
  const { zone } = await clockOf(caller.userId);
  return rewritten(
    press,
    await (kind === 'bump' ? acts.bump(request, which) : acts.takeBack(request, which, zone)),
  );
}
