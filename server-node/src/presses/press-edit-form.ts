import { openTodo } from '../callers/open-todo.ts';
import { isDay, movedTo } from '../dates/moment-of.ts';
import type { Field } from '../replies/form.ts';
import type { PressAct } from '../replies/press-act.ts';
import type { Todo } from '../todos/todo.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';

/** In bytes, which is what Mattermost counts of what stands in a field of several lines at first. */
const FIELD_LENGTH = 3_000;

/** Asks for other words and another date. What is too long for a field of Mattermost's is left out, and stays as it is. */
export async function pressEditForm(
  { acts, clockOf }: Pick<PressDeps, 'acts' | 'clockOf'>,
  { caller, texts }: Press,
  { todoId }: Extract<PressAct, { kind: 'edit_form' }>,
): Promise<Pressed> {
  const todo = await openTodo(acts, caller, ['see', 'edit'], todoId);
  const { addForm, editForm } = texts.press;
  const { title, submit, notes } = editForm;
  const { day, time } = dateShown(todo, (await clockOf(caller.userId)).zone);
  const words = [
    { type: 'textarea' as const, name: 'text', label: addForm.text, value: todo.text },
    { type: 'textarea' as const, name: 'notes', label: notes, value: todo.notes, optional: true },
  ];
  const fields: Field[] = [
    ...words.filter(({ value }) => fits(value)).map((field) => ({ ...field, maxLength: FIELD_LENGTH })),
    { type: 'date', name: 'day', label: addForm.day, value: day, optional: true },
    {
      ...({ type: 'text', name: 'time', label: addForm.time, help: addForm.timeHelp } as const),
      ...{ value: time, optional: true, maxLength: 50 },
    },
  ];
  return {
    kind: 'form',
    act: { kind: 'edit', todoId, version: todo.version },
    form: { title, submit, fields },
  };
}

const fits = (value: string): boolean => Buffer.byteLength(value) <= FIELD_LENGTH;

/** When it is due by the clock in `zone`, as two fields have it. */
export function dateShown({ due, dueZone }: Pick<Todo, 'due' | 'dueZone'>, zone: string): Shown {
  if (due === null) return { day: '', time: '' };
  const [day = '', time = ''] = movedTo(due, dueZone ?? zone, zone).split('T');
  return { day, time: isDay(due) ? '' : time };
}

interface Shown {
  day: string;
  time: string;
}
