import { choiceOf, openTodo } from '../callers/open-todo.ts';
import type { PressAct } from '../replies/press-act.ts';
import { holderOf } from '../todos/todo.ts';
import { aboveNews } from './above-news.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';
import { rewritten } from './press-todo.ts';

/** Takes back what the presser sent, or asks for it again. */
export async function pressSent(
  deps: PressDeps,
  press: Press,
  act: Extract<PressAct, { kind: 'take_back' | 'bump' }>,
): Promise<Pressed> {
  const { acts, clockOf, colleagues } = deps;
  const { kind, todoId } = act;
  const { caller, requestKey } = press;
  const todo = await openTodo(acts, caller, ['see', kind], todoId);
  const { listId, which } = choiceOf(caller.userId, todo);
  const request = { actorId: caller.userId, listId, requestKey };
  if (act.kind === 'bump') {
    await colleagues.checkReceiver(caller.userId, holderOf(todo));
    return rewritten(press, await acts.bump(request, which));
  }
  const { zone } = await clockOf(caller.userId);
  return aboveNews(deps, press, await acts.takeBack(request, which, zone), act.among ?? []);
}
