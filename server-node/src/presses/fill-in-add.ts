import { checkListAccess } from '../callers/list-access.ts';
import type { TodoProgram } from '../program/ports.ts';
import type { FormAct } from './form-act.ts';
import type { Press } from './press.ts';
import type { Filled, Values } from './run-form.ts';

/** Adds what was filled in, and shows the list with it. */
export async function fillInAdd(
  program: TodoProgram,
  { caller, locale, requestKey }: Press,
  { listId }: Extract<FormAct, { kind: 'add' }>,
  { text = '' }: Values,
): Promise<Filled> {
  await checkListAccess(caller, ['see', 'add'], listId);
  const common = { surface: 'button', actorId: caller.userId, listId, locale } as const;
  const added = await program.run({ ...common, requestKey, input: { verb: 'add', text } });
  if (!added.ok) return { kind: 'errors', errors: { text: added.text } };
  const list = await program.run({ ...common, input: { verb: 'list' } });
  return { kind: 'rewrite', text: list.text, choices: list.choices ?? { offered: [] } };
}
