import { openTodo } from '../callers/open-todo.ts';
import { zonesFor } from '../callers/person-clock.ts';
import { choicesAfter } from '../program/answers/choices-after.ts';
import { rowOf } from '../program/answers/rows.ts';
import { dayAt, type WallClock } from '../dates/moment-of.ts';
import { snoozedTo } from '../reminders/snoozed-to.ts';
import type { PressAct } from '../replies/press-act.ts';
import type { Change } from '../todos/ports.ts';
import type { Todo } from '../todos/todo.ts';
import type { PressDeps } from './ports.ts';
import type { Press, Pressed } from './press.ts';
import { rowNow } from './row-now.ts';

/** Moves one to-do by what was pressed, on the clock of whoever pressed. */
export async function pressSnooze(
  deps: PressDeps,
  press: Press,
  { todoId, until }: Extract<PressAct, { kind: 'snooze' }>,
): Promise<Pressed> {
  const todo = await openTodo(deps.acts, press.caller, ['see', 'snooze'], todoId);
  const { zone } = await deps.clockOf(press.caller.userId);
  return snooze(deps, press, todo, snoozedTo(until, todo, deps.now(), zone));
}

export async function snooze(
  { acts, clockOf, now }: PressDeps,
  press: Press,
  todo: Todo,
  due: WallClock,
): Promise<Extract<Pressed, { kind: 'rewrite' | 'note' }>> {
  const { caller, requestKey, texts } = press;
  if (todo.state !== 'open') return { kind: 'note', text: rowNow(press, todo) };
  const request = { actorId: caller.userId, listId: todo.listId, requestKey };
  const zones = await zonesFor(clockOf, caller.userId, [todo]);
  const change = await acts.snooze(request, { ids: [todo.id] }, { due, zones });
  const choices = choicesAfter(texts, change, { isReminder: true });
  return { kind: 'rewrite', text: textOf(press, change, now()), choices };
}

function textOf({ texts }: Press, { todos: [after] }: Change, now: number): string {
  if (after === undefined || after.due === null) return '';
  const when = texts.when.date(after.due, dayAt(now, after.dueZone ?? 'UTC'));
  return texts.reminder.snoozed(rowOf(after), when);
}
