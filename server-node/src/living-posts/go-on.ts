import type { ChannelId } from '../shared/ids.ts';
import type { Clock } from '../shared/time.ts';
import type { TodoStore } from '../todos/ports.ts';
import { channelListKey } from './living-post.ts';
import { touchPost } from './touch-post.ts';

/** Has the list looked at that is posted in a channel, where the bot may write again. @throws {AppError} store_unavailable */
export type GoOn = (channelId: ChannelId) => Promise<void>;

export const makeGoOn =
  ({ store, now }: { store: Pick<TodoStore, 'transaction'>; now: Clock }): GoOn =>
  (channelId) =>
    store.transaction((writer) => touchPost(writer, channelListKey(channelId), now()));
