import type { UserId } from '../shared/ids.ts';
import { listOwner } from '../todos/list.ts';
import type { Todo } from '../todos/todo.ts';
import { eachOf } from './each-of.ts';
import type { Known } from './known-people.ts';
import type { ChannelSeen, Recipients } from './ports.ts';

/** The channels of lists, as the people see them who are to be told of them. */
export interface SeenChannels {
  of(personId: UserId, todo: Todo): ChannelSeen | undefined;
}

/** @throws {AppError} mattermost_unavailable */
export async function seenChannels(
  recipients: Pick<Recipients, 'channelSeenBy'>,
  told: readonly { personId: UserId; todo: Todo }[],
): Promise<SeenChannels> {
  // The places are told apart first: several are asked about at the same time, and none of them twice.
  const places = new Map(told.map((one) => [placeOf(one.personId, one.todo), one]));
  const channels = new Map<string, ChannelSeen>();
  await eachOf([...places], async ([place, { personId, todo }]) => {
    const owner = listOwner(todo.listId);
    if (owner.kind === 'channel')
      channels.set(place, await recipients.channelSeenBy(personId, owner.channelId));
  });
  return { of: (personId, todo) => channels.get(placeOf(personId, todo)) };
}

const placeOf = (personId: UserId, { listId }: Todo): string => `${personId} ${listId}`;

/** Whoever left a channel is not told any more of what is in its list. */
export function mayBeTold(
  { personId, isGuest }: Pick<Known, 'personId' | 'isGuest'>,
  todo: Todo,
  channels: SeenChannels,
): boolean {
  switch (listOwner(todo.listId).kind) {
    case 'person':
      return true;
    case 'shared':
      return !isGuest;
    case 'channel':
      return (channels.of(personId, todo)?.mayRead ?? false) !== false;
  }
}
