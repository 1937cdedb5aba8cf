import type { Caller, Freshness } from '../../callers/ports.ts';
import type { ChannelId } from '../../shared/ids.ts';
import type { Todo } from '../../todos/todo.ts';

/** The channels, among those the to-dos' messages are in, that the caller may not read now. */
export const hiddenChannels = (
  caller: Pick<Caller, 'access'>,
  todos: readonly Todo[],
  freshness?: Freshness,
): Promise<ReadonlySet<ChannelId>> => unreadableAmong(caller, sourceChannels(todos), freshness);

export async function unreadableAmong(
  caller: Pick<Caller, 'access'>,
  channels: ReadonlySet<ChannelId>,
  freshness: Freshness = 'recent',
): Promise<ReadonlySet<ChannelId>> {
  if (channels.size === 0) return channels;
  const hidden = await Promise.all(
    [...channels].map(async (id) =>
      (await caller.access.stateOfChannel(id, freshness)) === 'unreadable' ? [id] : [],
    ),
  );
  return new Set(hidden.flat());
}

/** The channels of all messages that the to-dos were made from. */
export function sourceChannels(todos: readonly Todo[]): Set<ChannelId> {
  const channels = new Set<ChannelId>();
  for (const { source } of todos) {
    if (source !== null) channels.add(source.channelId);
  }
  return channels;
}
