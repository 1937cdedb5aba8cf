import type { Reminder } from '../contract/todo-view.ts';
import type { Act } from '../contract/vocabulary.ts';
import { isDay, type WallClock } from '../dates/moment-of.ts';
import { settingsFrom, type Settings } from '../person-settings/person-settings.ts';
import type { PersonSettingsReader } from '../person-settings/ports.ts';
import type { UserId } from '../shared/ids.ts';
import { MINUTE_MS, MINUTES_A_DAY, type EpochMs } from '../shared/time.ts';
import type { Step } from '../todos/recount.ts';
import { holderOf, type Todo } from '../todos/todo.ts';
import { DEFAULT_REMINDER, momentOfReminder } from './wake-ups-of.ts';

/** The acts that say when something is due, or who has it from now on; undo and the like bring what there was. */
const SAYING_WHEN: ReadonlySet<Act> = new Set<Act>(['add', 'edit', 'due', 'assign', 'take_back']);

interface Asking {
  act: Act;
  actorId: UserId;
  at: EpochMs;
  /** Whether the change says which reminders this one has, be it none. */
  saysReminders: (todo: Todo) => boolean;
}

type Asked = Pick<Settings, 'remindBefore' | 'remindAt'>;

export const isDefault = ({ id }: Reminder): boolean => id === DEFAULT_REMINDER;

/**
 * Gives to-dos that got a due date by this change the reminder that whoever has them set for such ones. As it is kept
 * with the to-do, everybody sees that there is one, and it can be taken away.
 */
export async function withDefaultReminders(
  reader: PersonSettingsReader,
  steps: readonly Step[],
  { act, actorId, at, saysReminders }: Asking,
): Promise<Step[]> {
  const wanting = SAYING_WHEN.has(act)
    ? steps.filter((step) => wantsDefault(step, { saysReminders, at }))
    : [];
  if (wanting.length === 0) return [...steps];
  const whose = ({ after }: Step): UserId => after.assigneeId ?? askerOf(after, actorId);
  const stored = await reader.settingsOf([...new Set(wanting.map(whose))]);
  return steps.map((step) => {
    if (!wanting.includes(step)) return step;
    const asked = settingsFrom(stored.get(whose(step))?.document);
    return { ...step, after: withDefault(step.after, { asked, actorId, at }) };
  });
}

/**
 * One that had a due date and no default reminder lost it to somebody who wants none; whoever has it from now on may
 * want one. A reminder whose moment is over says nothing about a date that is to come.
 */
function wantsDefault(
  { before, after }: Step,
  { saysReminders, at }: Pick<Asking, 'saysReminders' | 'at'>,
): boolean {
  const isHanded = before !== undefined && holderOf(before) !== holderOf(after);
  // The same time by a clock in another zone is nobody's new wish.
  if (!isHanded && after.due === before?.due) return false;
  if (after.reminders.some(isDefault)) return true;
  const isNew = before === undefined || before.due === null || isHanded;
  return isNew && !saysReminders(after) && after.due !== null && after.reminders.every(isPast(after, at));
}

const isPast =
  (todo: Todo, at: EpochMs) =>
  (reminder: Reminder): boolean =>
    'at' in reminder && (momentOfReminder(todo, reminder) ?? at) <= at;

/** Who asked first: a moment that only moves with a zone is nobody's new wish. */
const askerOf = ({ reminders }: Todo, actorId: UserId): UserId =>
  (reminders.find(isDefault)?.byId as UserId | undefined) ?? actorId;

function withDefault(
  todo: Todo,
  { asked, actorId, at }: { asked: Asked; actorId: UserId; at: EpochMs },
): Todo {
  const others = todo.reminders.filter((reminder) => !isDefault(reminder));
  const minutesBefore = minutesOf(todo, asked, at);
  if (minutesBefore === null) return { ...todo, reminders: others };
  const reminder: Reminder = { id: DEFAULT_REMINDER, byId: askerOf(todo, actorId), minutesBefore };
  const isOver = (momentOfReminder(todo, reminder) ?? at) <= at;
  return { ...todo, reminders: isOver ? others : [...others, reminder] };
}

/** Where so many minutes before are over already, and the moment itself is not, that has to do. */
function minutesOf({ due, dueAt }: Todo, { remindBefore, remindAt }: Asked, at: EpochMs): number | null {
  if (due === null || dueAt === null) return null;
  if (isDay(due)) return remindAt === 'off' ? null : MINUTES_A_DAY - minutesOfDay(remindAt);
  if (remindBefore === 'off') return null;
  return dueAt - remindBefore * MINUTE_MS > at ? remindBefore : 0;
}

function minutesOfDay(clock: WallClock): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return 60 * hours + minutes;
}
