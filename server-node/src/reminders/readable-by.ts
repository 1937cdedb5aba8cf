import type { ChannelId, UserId } from '../shared/ids.ts';
import { listOwner } from '../todos/list.ts';
import type { Todo } from '../todos/todo.ts';
import { eachOf } from './each-of.ts';
import type { Known } from './known-people.ts';
import type { ChannelSeen, Recipients } from './ports.ts';

/** The channels of lists and of messages, as the people see them who are to be told of them. */
export interface SeenChannels {
  /** That of its list; undefined for a list of no channel. */
  of(personId: UserId, todo: Todo): ChannelSeen | undefined;
  /** Whether the person may know which message it was made from. Whoever made it of that one does. */
  showsSource(personId: UserId, todo: Todo): boolean;
}

/** @throws {AppError} mattermost_unavailable */
export async function seenChannels(
  recipients: Pick<Recipients, 'channelSeenBy'>,
  told: readonly { personId: UserId; todo: Todo }[],
): Promise<SeenChannels> {
  // The places are told apart first: several are asked about at the same time, and none of them twice.
  const places = new Map(
    told.flatMap(({ personId, todo }) =>
      channelsOf(personId, todo).map((channelId) => [placeOf(personId, channelId), { personId, channelId }]),
    ),
  );
  const channels = new Map<string, ChannelSeen>();
  await eachOf([...places], async ([place, { personId, channelId }]) => {
    channels.set(place, await recipients.channelSeenBy(personId, channelId));
  });
  return {
    of(personId, { listId }) {
      const owner = listOwner(listId);
      return owner.kind === 'channel' ? channels.get(placeOf(personId, owner.channelId)) : undefined;
    },
    showsSource: (personId, { source, creatorId }) =>
      source !== null &&
      (creatorId === personId || channels.get(placeOf(personId, source.channelId))?.mayRead === true),
  };
}

const placeOf = (personId: UserId, channelId: ChannelId): string => `${personId} ${channelId}`;

/** Those that decide what a person may be told of it. */
function channelsOf(personId: UserId, { listId, source, creatorId }: Todo): ChannelId[] {
  const owner = listOwner(listId);
  return [
    ...(owner.kind === 'channel' ? [owner.channelId] : []),
    ...(source === null || creatorId === personId ? [] : [source.channelId]),
  ];
}

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
