import { checkListAccess } from '../callers/list-access.ts';
import type { TodoProgram } from '../program/ports.ts';
import { rightsOfLine } from '../program/rights-of-line.ts';
import type { PressAct } from '../replies/press-act.ts';
import type { Press, Pressed } from './press.ts';

/** Runs a line of the program as if whoever pressed had typed it. What is refused is told to them alone. */
export async function pressLine(
  program: TodoProgram,
  { caller, locale, requestKey }: Press,
  { listId, line }: Extract<PressAct, { kind: 'line' }>,
): Promise<Pressed> {
  await checkListAccess(caller, rightsOfLine({ line }), listId);
  const answer = await program.run({
    ...{ input: { line }, surface: 'button' as const, actorId: caller.userId },
    ...{ listId, requestKey, locale, page: {} },
  });
  if (!answer.ok) return { kind: 'note', text: answer.text };
  return { kind: 'rewrite', text: answer.text, choices: answer.choices ?? { offered: [] } };
}
