import { AppError } from '../shared/app-error.ts';
import type { ReadOnlyReason } from '../contract/todo-view.ts';
import type { ListId } from '../todos/list.ts';
import { hasRights, may, relationTo, type Person, type Relation, type Right } from '../todos/rights.ts';
import type { Todo } from '../todos/todo.ts';
import type { Caller, Freshness } from './ports.ts';

/** What a caller found who may see a list. */
export interface OpenedList {
  listId: ListId;
  /** Absent: the list takes changes. */
  readOnly?: ReadOnlyReason;
}

/**
 * @param rights all that the caller is going to make use of
 * @throws {AppError} list_forbidden, list_archived; mattermost_unavailable when the right cannot be asked for now
 */
export async function checkListAccess(
  caller: Caller,
  rights: readonly Right[],
  listId: ListId,
): Promise<OpenedList> {
  const relation = await relationTo({ listId }, personOf(caller, 'now'));
  const readOnly = READ_ONLY[relation];
  if (hasRights(relation, rights)) return { listId, ...(readOnly === undefined ? {} : { readOnly }) };
  throw readOnly !== undefined
    ? refusesChanges(readOnly)
    : new AppError('list_forbidden', 'You may not see this list, or there is no such list.');
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
  listId: ListId,
  freshness: Freshness,
): Promise<boolean> => may(personOf(caller, freshness), rights, { listId });

/**
 * Those of lists that the caller may see, in the same order; each list is asked about once.
 *
 * @throws {AppError} mattermost_unavailable
 */
export async function seenBy(caller: Caller, todos: readonly Todo[], freshness: Freshness): Promise<Todo[]> {
  const lists = [...new Set(todos.map(({ listId }) => listId))];
  const open = await Promise.all(
    lists.map(async (id): Promise<ListId[]> => ((await mayUse(caller, ['see'], id, freshness)) ? [id] : [])),
  );
  const seen = new Set(open.flat());
  return todos.filter(({ listId }) => seen.has(listId));
}

const personOf = ({ userId, isGuest, access }: Caller, freshness: Freshness): Person => ({
  userId,
  isGuest: () => isGuest,
  stateOfChannel: (channelId) => access.stateOfChannel(channelId, freshness),
});
