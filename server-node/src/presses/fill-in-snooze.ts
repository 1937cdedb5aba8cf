import { openTodo } from '../callers/open-todo.ts';
import { readMoment } from '../dates/read-moment.ts';
import type { FormAct } from './form-act.ts';
import type { PressDeps } from './ports.ts';
import type { Press } from './press.ts';
import { snooze } from './press-snooze.ts';
import type { Filled, Values } from './run-form.ts';

/** A day from a picker, or words where there is none; and a time of day, or nothing. */
export async function fillInSnooze(
  deps: PressDeps,
  press: Press,
  { todoId }: Extract<FormAct, { kind: 'snooze' }>,
  { day = '', time = '' }: Values,
): Promise<Filled> {
  const todo = await openTodo(deps.acts, press.caller, ['see', 'snooze'], todoId);
  const clock = await deps.clockOf(press.caller.userId);
  const read = readMoment(`${day} ${time}`.trim(), { ...clock, now: deps.now() });
  if (!('due' in read) || read.due === '')
    return { kind: 'errors', errors: { time: press.texts.reminder.form.notUnderstood } };
  return snooze(deps, press, todo, read.due);
}
