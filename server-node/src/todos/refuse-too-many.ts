import { AppError } from '../shared/app-error.ts';
import type { UserId } from '../shared/ids.ts';
import type { TodoReader } from './ports.ts';
import { refusedAct } from './refused-act.ts';
import { MAX_ASKED_OF_ONE, MAX_WAITING_FOR_ONE } from './todo.ts';

/** A request that would wait for an answer. */
interface Asked {
  askerId: UserId;
  receiverId: UserId;
}

/**
 * To be asked while the receivers' lists are locked.
 *
 * @throws {AppError} too_many_requested when there would be more unanswered ones than people can answer
 */
export async function refuseTooMany(
  reader: Pick<TodoReader, 'askers'>,
  asked: readonly Asked[],
): Promise<void> {
  for (const receiverId of new Set(asked.map((one) => one.receiverId))) {
    const counts = new Map(await reader.askers(receiverId));
    for (const { askerId } of asked.filter((one) => one.receiverId === receiverId)) {
      const count = (counts.get(askerId) ?? 0) + 1;
      counts.set(askerId, count);
      if (count > MAX_ASKED_OF_ONE) throw askedTooOften(receiverId);
    }
    const waiting = [...counts.values()].reduce((sum, count) => sum + count, 0);
    if (waiting > MAX_WAITING_FOR_ONE) throw inboxFull(receiverId);
  }
}

function askedTooOften(receiverId: UserId): AppError {
  const max = MAX_ASKED_OF_ONE;
  return new AppError(
    'too_many_requested',
    `At most ${max} of your requests to one person may wait for an answer. Wait for some, or take some back. Nothing was changed.`,
    { details: refusedAct({ kind: 'asked_too_often', max, receiverId }) },
  );
}

function inboxFull(receiverId: UserId): AppError {
  const max = MAX_WAITING_FOR_ONE;
  return new AppError(
    'too_many_requested',
    `At most ${max} requests may wait for one person, and as many do. Nothing was changed.`,
    { details: refusedAct({ kind: 'inbox_full', max, receiverId }) },
  );
}
