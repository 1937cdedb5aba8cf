import { isDefault } from '../reminders/default-reminder.ts';
import { AppError } from '../shared/app-error.ts';
import type { UserId } from '../shared/ids.ts';
import { DAY_MS, type EpochMs } from '../shared/time.ts';
import { withFields } from './fields.ts';
import type { ListId } from './list.ts';
import { named } from './named.ts';
import { refusedAct, type RefusedAct } from './refused-act.ts';
import type { Rule } from './rule.ts';
import { isReceived, type Todo, type TodoId } from './todo.ts';
import { dueFields, timeWhere } from './when.ts';

/** Asking again sooner is refused. */
const BUMP_AFTER_MS = DAY_MS;

/** A place in a list, and how its new holder's clock goes. */
interface Place {
  listId: ListId;
  number: number;
  zone: string;
}

/** @param whose who has the to-do from now on; its moments stay, by that person's clock */
export const assigned =
  (whose: UserId | null, zoneOfHolder: (todo: Todo) => string): Rule =>
  (todo, at) => {
    if (todo.assigneeId === whose) return todo;
    return withFields(todo, { assigneeId: whose, ...timeWhere(todo, zoneOfHolder(todo)) }, at);
  };

/** Out of its list into another person's, where it waits for an answer. @throws {AppError} wrong_state */
export function sentTo(todo: Todo, receiver: UserId, { listId, number, zone }: Place, at: EpochMs): Todo {
  if (todo.state === 'done') throw wrongState('not_open', todo, 'is done. Open it again to send it.');
  if (todo.creatorId === receiver)
    throw wrongState('decline_instead', todo, 'was asked of you by that person. Decline it instead.');
  return moved(
    todo,
    {
      ...{ listId, number, assigneeId: receiver, ...timeWhere(todo, zone) },
      ...{ state: 'waiting', request: 'waiting', requestReason: '', requestedAt: at },
    },
    at,
  );
}

/** Back to whoever asked for it, as if it had not been sent: when others wanted to be reminded is their own affair. */
export function takenBack(todo: Todo, { listId, number, zone }: Place, at: EpochMs): Todo {
  const { creatorId } = todo;
  const { reminders = todo.reminders, ...time } = timeWhere(todo, zone);
  const kept = reminders.filter((one) => one.byId === creatorId || isDefault(one));
  return moved(
    todo,
    {
      ...{ listId, number, assigneeId: creatorId, ...time, reminders: kept },
      ...{ state: 'open', request: null, requestReason: '', requestedAt: null },
    },
    at,
  );
}

/** A new one in another list, whose place there is its number. */
const moved = (todo: Todo, fields: Partial<Todo> & { number: number }, at: EpochMs): Todo => ({
  ...withFields(todo, fields, at),
  order: fields.number,
});

/** @param zone the receiver's, who may have moved since it was sent. @throws {AppError} wrong_state */
export const accepted =
  (zone: string): Rule =>
  (todo, at) => {
    if (todo.request === 'accepted') return todo;
    if (todo.request === null) throw notAsked(todo);
    const time = todo.dueZone === null ? {} : { ...dueFields(todo.due, zone), dueZone: zone };
    // One that a process of 0.3 put back to waiting in the asker's own list was asked of nobody else.
    const request = isReceived(todo) ? 'accepted' : null;
    return withFields(todo, { state: 'open', request, requestReason: '', ...time }, at);
  };

/** A later reason takes the place of an earlier one. @throws {AppError} wrong_state */
export const declined =
  (reason: string): Rule =>
  (todo, at) => {
    if (todo.request === null) throw notAsked(todo);
    if (todo.state === 'done') throw wrongState('not_open', todo, 'is done, so it cannot be declined.');
    const requestReason = reason === '' ? todo.requestReason : reason;
    return withFields(todo, { state: 'declined', request: 'declined', requestReason }, at);
  };

/**
 * @param bumpedAt when each was last asked for again: taking that back brings no second time a day
 * @throws {AppError} wrong_state when it was asked for less than {@link BUMP_AFTER_MS} ago
 */
export const bumped =
  (bumpedAt: ReadonlyMap<TodoId, EpochMs>): Rule =>
  (todo, at) => {
    const since = at - Math.max(todo.requestedAt ?? 0, bumpedAt.get(todo.id) ?? 0);
    if (since >= 0 && since < BUMP_AFTER_MS) {
      const message = 'You asked for this less than a day ago. Once a day is enough.';
      throw new AppError('wrong_state', message, { details: refusedAct({ kind: 'bumped_lately' }) });
    }
    return withFields(todo, { requestedAt: at }, at);
  };

/** An accepted one does not vanish from whoever waits for it. @throws {AppError} wrong_state */
export function refuseToLose(todo: Todo): void {
  if (todo.state === 'open' && todo.request === 'accepted' && isReceived(todo))
    throw wrongState('decline_instead', todo, 'was asked of you by somebody. Decline it instead.');
}

type OfOne = Extract<RefusedAct, { kind: 'not_a_request' | 'decline_instead' | 'not_open' }>['kind'];

function wrongState(kind: OfOne, { number }: Todo, rest: string): AppError {
  const message = `${named(number)} ${rest} Nothing was changed.`;
  return new AppError('wrong_state', message, { details: refusedAct({ kind, number }) });
}

const notAsked = (todo: Todo): AppError =>
  wrongState('not_a_request', todo, 'was not asked of you by anybody.');
