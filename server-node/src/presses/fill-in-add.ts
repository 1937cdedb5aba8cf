import { checkListAccess } from '../callers/list-access.ts';
import type { TodoProgram } from '../program/ports.ts';
import type { FormAct } from './form-act.ts';
import type { Press } from './press.ts';
import type { Filled, Values } from './run-form.ts';
import { showList } from './show-list.ts';

/** Adds what was filled in, and shows the list with it. */
export async function fillInAdd(
  program: TodoProgram,
  press: Press,
  { listId }: Extract<FormAct, { kind: 'add' }>,
  { text = '' }: Values,
): Promise<Filled> {
  const { caller, locale, requestKey } = press;
  await checkListAccess(caller, ['see', 'add'], listId);
  const added = await program.run({
    ...{ input: { verb: 'add' as const, text }, surface: 'button' as const },
    ...{ actorId: caller.userId, listId, requestKey, locale },
  });
  if (!added.ok) return { kind: 'errors', errors: { text: added.text } };
  return { kind: 'rewrite', ...(await showList(program, press, listId)) };
}
