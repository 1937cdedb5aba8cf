import { checkListAccess } from '../callers/list-access.ts';
import type { TodoProgram } from '../program/ports.ts';
import type { PressAct } from '../replies/press-act.ts';
import type { Press, Pressed } from './press.ts';
import { showList } from './show-list.ts';

/** Turns to another page of the list that a post shows. */
export async function pressPage(
  program: TodoProgram,
  press: Press,
  { listId, page }: Extract<PressAct, { kind: 'page' }>,
): Promise<Pressed> {
  await checkListAccess(press.caller, ['see'], listId);
  return { kind: 'rewrite', ...(await showList(program, press, listId, page)) };
}
