import { openTodo } from '../callers/open-todo.ts';
import { dayAt, plusDays } from '../dates/moment-of.ts';
import { oneLine } from '../shared/quote.ts';
import type { PressAct } from '../replies/press-act.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';

/** Asks until when. */
export async function pressSnoozeForm(
  { acts, clockOf, now }: PressDeps,
  { caller, texts }: Press,
  { todoId }: Extract<PressAct, { kind: 'snooze_form' }>,
): Promise<Pressed> {
  const { text } = await openTodo(acts, caller, ['see', 'snooze'], todoId);
  const { zone } = await clockOf(caller.userId);
  const { title, submit, day, time, timeHelp } = texts.reminder.form;
  const fields = [
    { type: 'date' as const, name: 'day', label: day, value: plusDays(dayAt(now(), zone), 1) },
    { type: 'text' as const, name: 'time', label: time, help: timeHelp, value: '9:00', maxLength: 50 },
  ];
  const about = oneLine(text, LONGEST_ABOUT);
  return { kind: 'form', act: { kind: 'snooze', todoId }, form: { title, about, submit, fields } };
}

const LONGEST_ABOUT = 200;
