import type { ChannelId } from '../shared/ids.ts';
import { HOUR_MS, type EpochMs } from '../shared/time.ts';
import type { PostToBot } from './direct-message.ts';

/** What Mattermost keeps of the bot's direct channels. */
export interface DirectChannels {
  all(): Promise<readonly { id: ChannelId; lastPostAt: EpochMs }[]>;
  /** Also those that were written before and changed or answered since; none that was deleted. */
  postsSince(id: ChannelId, since: EpochMs): Promise<readonly PostToBot[]>;
}

/** An answer that comes later than this is a surprise. Answered ones are known, so that looking back costs nothing. */
const LOOK_BACK_MS = HOUR_MS;

/** Hears, oldest first, what was written while nobody listened. @throws what `channels` throws */
export async function catchUp(
  channels: DirectChannels,
  now: EpochMs,
  hear: (post: PostToBot) => Promise<void>,
): Promise<void> {
  const since = now - LOOK_BACK_MS;
  const lately = (await channels.all()).filter(({ lastPostAt }) => lastPostAt > since);
  const posts: PostToBot[] = [];
  for (const { id } of lately) posts.push(...(await channels.postsSince(id, since)));
  const missed = posts.filter(({ writtenAt }) => writtenAt > since);
  for (const post of missed.sort((a, b) => a.writtenAt - b.writtenAt)) await hear(post);
}
