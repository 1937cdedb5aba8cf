import { createHash } from 'node:crypto';
import { openTodo } from '../callers/open-todo.ts';
import { oneLine } from '../shared/quote.ts';
import type { PressAct } from '../replies/press-act.ts';
import { MAX_REASON_LENGTH, type Todo } from '../todos/todo.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';

/** The same for requests that are declined for the same reasons: being asked again changes nothing of that. */
export const seenOf = ({ state, text, notes, due, repeat }: Todo): string =>
  createHash('sha256')
    .update(JSON.stringify([state, text, notes, due, repeat]))
    .digest('base64url');

const LONGEST_ABOUT = 200;

/** Asks why not. */
export async function pressDeclineForm(
  { acts }: PressDeps,
  { caller, texts }: Press,
  { todoId, among }: Extract<PressAct, { kind: 'decline_form' }>,
): Promise<Pressed> {
  const todo = await openTodo(acts, caller, ['see', 'decline'], todoId);
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
    act: { kind: 'decline', todoId, version: todo.version, seen: seenOf(todo), among },
    form: { title, about: oneLine(todo.text, LONGEST_ABOUT), submit, fields: [field] },
  };
}
