import type { Names } from '../../callers/names-of.ts';
import { dayAt, isDay, movedTo, wallClockAt } from '../../dates/moment-of.ts';
import { momentOfReminder } from '../../reminders/wake-ups-of.ts';
import type { EpochMs } from '../../shared/time.ts';
import { listOwner } from '../../todos/list.ts';
import type { Todo } from '../../todos/todo.ts';
import { isOverdue } from '../../todos/views.ts';
import type { Texts } from '../texts/texts.ts';
import { rowOf } from './rows.ts';

/** Where and when somebody reads an answer. */
export interface Seen {
  at: EpochMs;
  /** The reader's; left out where nobody knows it: dates are shown as whoever has the to-do sees them. */
  zone?: string | undefined;
  /** Of those who have to-dos of a list of several people; whoever is not among them is not named. */
  names?: Names;
}

/** `Fri 17:00 · every week`: when a to-do is due and how it repeats, marked when it is overdue. Empty when neither. */
export function whenChips({ when }: Texts, todo: Todo, { at, zone }: Seen): string {
  if (todo.due === null || todo.dueAt === null) return '';
  const holders = todo.dueZone ?? zone ?? 'UTC';
  const own = zone ?? holders;
  const date = when.date(movedTo(todo.due, holders, own), dayAt(at, own));
  const isLate = todo.state === 'open' && isOverdue(todo, at);
  return [
    isLate ? when.overdue(date) : date,
    ...(todo.repeat === null ? [] : [when.rule(todo.repeat, todo.repeatFrom)]),
  ].join(' · ');
}

/** `**2** Buy bread · @bob · Fri 17:00`; of a done one nobody needs to know when it was due. */
export function rowWithWhen(texts: Texts, todo: Todo, seen: Seen): string {
  const chips = todo.state === 'open' ? whenChips(texts, todo, seen) : '';
  return [rowOf(todo), holderIn(todo, seen), chips].filter((part) => part !== '').join(' · ');
}

/** In a list of one's own nobody has to be told whose it is. */
const holderIn = ({ listId, assigneeId }: Todo, { names }: Seen): string =>
  listOwner(listId).kind === 'person' || assigneeId === null ? '' : (names?.get(assigneeId) ?? '');

/** `reminder: 10 minutes before, tomorrow 09:00`: those to come. What is due on a day is reminded of at a moment. */
export function remindersInWords({ when }: Texts, todo: Todo, seen: Seen): string {
  const own = seen.zone ?? todo.dueZone ?? 'UTC';
  const said = todo.reminders.flatMap((reminder) => {
    const moment = momentOfReminder({ ...todo, dueZone: todo.dueZone ?? own }, reminder);
    if (moment === null || moment <= seen.at) return [];
    return 'at' in reminder || isDay(todo.due ?? '')
      ? [when.date(wallClockAt(moment, own), dayAt(seen.at, own))]
      : [when.before(reminder.minutesBefore)];
  });
  return when.reminders(said.join(', '));
}
