import type { ReminderBody } from '@todo-node/server/contract/api';
import type { Reminder, TodoView } from '@todo-node/server/contract/todo-view';
import { dayAt, isDay, momentOf, plusDays, wallClockAt, weekdayOf } from '../../calendar/wall-clock.ts';
import type { TextId } from '../../host/sidebar-texts.ts';
import type { SaidOfTime } from '../../model/state.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export type Preset = 'hour' | 'today' | 'tomorrow' | 'nextWeek';

export const PRESET_TEXTS: Record<Preset, TextId> = {
  hour: 'date.inAnHour',
  today: 'group.today',
  tomorrow: 'when.tomorrow',
  nextWeek: 'date.nextWeek',
};

/** What a preset stands for now: its day at the time that the to-do has already, if that is still to come. */
export function presetDue(preset: Preset, { due }: Pick<TodoView, 'due'>, now: number, zone: string): string {
  if (preset === 'hour') return wallClockAt(Math.ceil((now + HOUR_MS) / MINUTE_MS) * MINUTE_MS, zone);
  const today = dayAt(now, zone);
  const day =
    preset === 'today' ? today : plusDays(today, preset === 'tomorrow' ? 1 : (8 - weekdayOf(today)) % 7 || 7);
  const timed = due === null || isDay(due) ? day : `${day}${due.slice(10)}`;
  return momentOf(timed, zone) > now ? timed : day;
}

/** How one can be reminded of something that is due at a minute, or on a day. */
export function reminderChoices(due: string): readonly (readonly [ReminderBody, TextId])[] {
  if (isDay(due)) {
    return [
      [{ at: `${due}T09:00` }, 'reminder.onTheDay'],
      [{ at: `${plusDays(due, -1)}T09:00` }, 'reminder.theDayBefore'],
    ];
  }
  return [
    [{ minutesBefore: 0 }, 'reminder.then'],
    [{ minutesBefore: 10 }, 'reminder.tenMinutes'],
    [{ minutesBefore: 60 }, 'reminder.hour'],
    [{ minutesBefore: 1_440 }, 'reminder.day'],
  ];
}

/** One reminder as a choice can be compared with. */
export const reminderKey = (one: ReminderBody | Reminder): string =>
  'at' in one ? one.at : String(one.minutesBefore);

/** The reminders as they are. */
export const AS_THEY_ARE = 'kept';

/** What stands in the fields of the picker; empty is none. */
export interface InFields {
  day: string;
  time: string;
  rule: string;
  /** {@link AS_THEY_ARE}, or one as {@link reminderKey} names it. */
  reminder: string;
}

export const inFieldsOf = ({ due, repeat }: Pick<TodoView, 'due' | 'repeat'>): InFields => ({
  day: due?.slice(0, 10) ?? '',
  time: due === null || isDay(due) ? '' : due.slice(11),
  rule: repeat ?? '',
  reminder: AS_THEY_ARE,
});

export function dueIn({ day, time }: Pick<InFields, 'day' | 'time'>): string | null {
  if (day === '') return null;
  return time === '' ? day : `${day}T${time}`;
}

/** @param due of which the reminder is; one that there is no choice of then is none */
export function remindersIn({ reminder }: InFields, due: string | null): ReminderBody[] | undefined {
  if (reminder === AS_THEY_ARE) return undefined;
  const choices = due === null ? [] : reminderChoices(due);
  return choices.map(([one]) => one).filter((one) => reminderKey(one) === reminder);
}

export interface Chosen {
  due: string | null;
  rule: string | null;
  /** Beside a rule of its own. */
  repeatFrom?: TodoView['repeatFrom'];
  /** `undefined`: as they are. */
  reminders: ReminderBody[] | undefined;
}

/**
 * What has to be sent, in this order. The date of a repeating to-do moves this one and leaves its rule; a rule needs a
 * date to begin with.
 */
export function changesOf(
  todo: TodoView,
  { due, rule, repeatFrom = 'due', reminders }: Chosen,
  today: string,
): SaidOfTime[] {
  const isRuled = rule !== todo.repeat && (due !== null || rule !== null);
  const begins = due ?? (isRuled ? today : null);
  const isMoved = begins !== todo.due;
  const reminded = reminders === undefined || begins === null ? [] : [{ reminders }];
  if (isMoved && begins !== null && todo.repeat !== null && !isRuled)
    return [{ snooze: begins }, ...reminded];
  if (!isMoved && !isRuled) return reminded;
  return [
    {
      ...(isMoved || (isRuled && rule !== null) ? { due: begins } : {}),
      ...(isRuled ? { repeat: rule, ...(rule === null ? {} : { repeatFrom }) } : {}),
      ...reminded[0],
    },
  ];
}
