import { checkListAccess } from '../callers/list-access.ts';
import type { PressAct } from '../replies/press-act.ts';
import type { Press, Pressed } from './press.ts';

/** Of Mattermost's fields of one line; a longer text can be written to the bot. */
const TEXT_LENGTH = 150;

/** Asks for a new to-do. */
export async function pressAddForm(
  { caller, texts }: Press,
  { listId }: Extract<PressAct, { kind: 'add_form' }>,
): Promise<Pressed> {
  await checkListAccess(caller, ['see', 'add'], listId);
  const { title, submit, text: label, textHelp: help } = texts.press.addForm;
  const fields = [{ type: 'text' as const, name: 'text', label, help, maxLength: TEXT_LENGTH }];
  return { kind: 'form', act: { kind: 'add', listId }, form: { title, submit, fields } };
}
