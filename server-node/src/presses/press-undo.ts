import { openChange } from '../callers/open-todo.ts';
import { namesOf } from '../callers/names-of.ts';
import { findUndoing } from '../callers/undo-change.ts';
import type { PressAct } from '../replies/press-act.ts';
import { aboveNews } from './above-news.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';
import { rewritten } from './press-todo.ts';

/** Takes one change back. @throws {AppError} what the act says where it cannot be taken back any more */
export async function pressUndo(
  deps: Pick<PressDeps, 'acts' | 'colleagues' | 'accountOf' | 'clockOf' | 'now'>,
  press: Press,
  { changeId, isReminder, among = [] }: Extract<PressAct, { kind: 'undo' }>,
): Promise<Pressed> {
  const { caller, requestKey } = press;
  const listId = await openChange(deps.acts, caller, changeId);
  const request = { actorId: caller.userId, listId, requestKey };
  const { receivers, undo } = await findUndoing(deps, request, changeId);
  const names = await namesOf(deps.accountOf, receivers);
  const change = await undo(request);
  if (among.length > 0) return aboveNews(deps, press, change, among);
  return rewritten(press, change, isReminder === true ? { isReminder } : {}, names);
}
