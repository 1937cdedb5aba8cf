import { openTodo } from '../callers/open-todo.ts';
import { oneLine } from '../program/grammar/quote.ts';
import type { PressAct } from '../replies/press-act.ts';
import { MAX_REASON_LENGTH } from '../todos/todo.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';

const LONGEST_ABOUT = 200;

/** Asks why not. */
export async function pressDeclineForm(
  { acts }: PressDeps,
  { caller, texts }: Press,
  { todoId, version, among }: Extract<PressAct, { kind: 'decline_form' }>,
): Promise<Pressed> {
  const { text } = await openTodo(acts, caller, ['see', 'decline'], todoId);
  const { title, submit, reason: label, reasonHelp: help } = texts.people.declineForm;
  const field = {
    type: 'textarea',
    name: 'reason',
    label,
    help,
    optional: true,
    maxLength: MAX_REASON_LENGTH,
  } as const;
  return {
    kind: 'form',
    act: { kind: 'decline', todoId, version, among },
    form: { title, about: oneLine(text, LONGEST_ABOUT), submit, fields: [field] },
  };
}
