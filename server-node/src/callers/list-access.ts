import { AppError } from '../shared/app-error.ts';
import type { ReadOnlyReason } from '../contract/todo-view.ts';
import type { ListId } from '../todos/list.ts';
import { rightRefused } from '../todos/right-refused.ts';
import {
  hasRights,
  may,
  relationTo,
  type Person,
  type Placed,
  type Relation,
  type Right,
} from '../todos/rights.ts';
import { isReceived, type Todo } from '../todos/todo.ts';
import type { Caller, Freshness } from './ports.ts';

/** What a caller found who may see a list. */
export interface OpenedList {
  listId: ListId;
  /** Absent: the list takes changes. */
  readOnly?: ReadOnlyReason;
}

/**
 * @param rights all that the caller is going to make use of
 * @param freshness of what Mattermost said; a change needs to know it now
 * @throws {AppError} list_forbidden, list_archived; mattermost_unavailable when the right cannot be asked for now
 */
export async function checkListAccess(
  caller: Caller,
  rights: readonly Right[],
  listId: ListId,
  freshness: Freshness = 'now',
): Promise<OpenedList> {
  const relation = await checkAccess(caller, rights, { listId }, freshness);
  const readOnly = READ_ONLY[relation];
  return { listId, ...(readOnly === undefined ? {} : { readOnly }) };
}

/**
 * Whether the rights are given in the state that a to-do has is found out by the act.
 *
 * @throws {AppError} list_forbidden, list_archived, not_allowed; mattermost_unavailable
 */
export async function checkAccess(
  caller: Caller,
  rights: readonly Right[],
  placed: Placed & Partial<Pick<Todo, 'number' | 'state'>>,
  freshness: Freshness = 'now',
): Promise<Relation> {
  const relation = await relationTo(placed, personOf(caller, freshness));
  const missing = rights.find((right) => !hasRights(relation, [right]));
  if (missing === undefined) return relation;
  const readOnly = READ_ONLY[relation];
  if (readOnly !== undefined) throw refusesChanges(readOnly);
  if (!hasRights(relation, ['see']))
    throw new AppError('list_forbidden', 'You may not see this list, or there is no such list.');
  const { number = 0, state = 'open' } = placed;
  throw rightRefused(relation, missing, { number: relation === 'asker' ? 0 : number, state });
}

const READ_ONLY: Partial<Record<Relation, ReadOnlyReason>> = { late_reader: 'archived' };

/** What a list that takes no changes answers to one. */
export function refusesChanges(reason: ReadOnlyReason): AppError {
  switch (reason) {
    case 'archived':
      return new AppError(
        'list_archived',
        'This channel is archived, so its list takes no changes. Unarchive the channel to go on with it.',
      );
  }
}

/** @throws {AppError} mattermost_unavailable */
export const mayUse = (
  caller: Caller,
  rights: readonly Right[],
  placed: Placed,
  freshness: Freshness,
): Promise<boolean> => may(personOf(caller, freshness), rights, placed);

/**
 * Those that the caller may see, in the same order; each list is asked about once, and once more for what the caller
 * sent there.
 *
 * @throws {AppError} mattermost_unavailable
 */
export async function seenBy(caller: Caller, todos: readonly Todo[], freshness: Freshness): Promise<Todo[]> {
  const places = new Map(todos.map((todo) => [placeOf(todo), todo]));
  const person = personOf(caller, freshness);
  const seen = new Set<string>();
  await Promise.all(
    [...places].map(async ([place, todo]) => {
      if (await may(person, ['see'], todo)) seen.add(place);
    }),
  );
  return todos.filter((todo) => seen.has(placeOf(todo)));

  function placeOf(todo: Todo): string {
    return isReceived(todo) && todo.creatorId === caller.userId ? `${todo.listId} asked` : todo.listId;
  }
}

const personOf = ({ userId, isGuest, access }: Caller, freshness: Freshness): Person => ({
  userId,
  isGuest: () => isGuest,
  stateOfChannel: (channelId) => access.stateOfChannel(channelId, freshness),
});
