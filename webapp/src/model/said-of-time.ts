import type { TodoView } from '@todo-node/server/contract/todo-view';
import type { SaidOfText, SaidOfTime } from './state.ts';
import { isDay, momentOf } from '../calendar/wall-clock.ts';

/** A to-do as it is after what was said of its date. The next date of a rule only the backend knows. */
export function withSaid(
  todo: TodoView,
  said: SaidOfText | SaidOfTime | undefined,
  ownZone: string | undefined,
): TodoView {
  if (said === undefined || ownZone === undefined) return todo;
  const zone = todo.dueZone ?? ownZone;
  const due = 'snooze' in said && said.snooze !== undefined ? said.snooze : said.due;
  const dated =
    due === undefined
      ? todo
      : due === null
        ? { ...todo, due, dueAt: null, dueZone: null, repeat: null, occurrence: null }
        : { ...todo, due, dueAt: momentOf(due, zone), dueZone: zone };
  const ruled = said.repeat === undefined ? dated : { ...dated, repeat: said.repeat };
  if (!('reminders' in said) || said.reminders === undefined) return ruled;
  const reminders = said.reminders.map((one, at) => ({ id: `local-${at}`, byId: '', ...one }));
  return { ...ruled, reminders };
}

/** A to-do moved to another day, at the time of day that it has if that is still to come there. */
export function withDay(todo: TodoView, day: string, ownZone: string, now: number): TodoView {
  const { due, dueZone } = todo;
  const timed = due === null || isDay(due) ? day : `${day}${due.slice(10)}`;
  const snooze = momentOf(timed, dueZone ?? ownZone) > now ? timed : day;
  return withSaid(todo, { snooze }, ownZone);
}
