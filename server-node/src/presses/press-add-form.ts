import { checkListAccess } from '../callers/list-access.ts';
import type { Texts } from '../program/texts/texts.ts';
import type { Field } from '../replies/form.ts';
import type { PressAct } from '../replies/press-act.ts';
import { listOwner, type ListId } from '../todos/list.ts';
import { OWN_LIST, THIS_LIST } from './chosen-list.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';

/** Of Mattermost's fields of one line; a longer text can be written to the bot. */
const TEXT_LENGTH = 150;

/** Asks for a new to-do. An external program takes a text and nothing else. */
export async function pressAddForm(
  { programLists }: Pick<PressDeps, 'programLists'>,
  { caller, texts }: Press,
  { listId, page, isPosted }: Extract<PressAct, { kind: 'add_form' }>,
): Promise<Pressed> {
  await checkListAccess(caller, ['see', 'add'], listId);
  const { addForm } = texts.press;
  const { title, submit, text: label, textHelp: help } = addForm;
  const text: Field = { type: 'text', name: 'text', label, help, maxLength: TEXT_LENGTH };
  const more =
    programLists === null ? [...dateFields(addForm), listField(addForm, listId), personField(addForm)] : [];
  const act = { kind: 'add' as const, listId, ...(page !== undefined && { page }), isPosted };
  return { kind: 'form', act, form: { title, submit, fields: [text, ...more] } };
}

type AddForm = Texts['press']['addForm'];

const dateFields = ({ day, time, timeHelp }: AddForm): Field[] => [
  { type: 'date', name: 'day', label: day, optional: true },
  { type: 'text', name: 'time', label: time, help: timeHelp, optional: true, maxLength: 50 },
];

const personField = ({ person: label, personHelp: help }: AddForm): Field => ({
  ...{ type: 'person', name: 'person', label, help, optional: true },
});

/** From one's own list any channel's can be chosen, and from one that others share one's own. */
function listField({ list: label, channelHelp, thisList, ownList }: AddForm, listId: ListId): Field {
  if (listOwner(listId).kind === 'person')
    return { type: 'channel', name: 'list', label, help: channelHelp, optional: true };
  const options = [
    { label: thisList, value: THIS_LIST },
    { label: ownList, value: OWN_LIST },
  ];
  return { type: 'select', name: 'list', label, options, value: THIS_LIST };
}
