import type { ChannelId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { isMember, type PostToBot } from './direct-message.ts';

export interface DirectChannel {
  id: ChannelId;
  /** As Mattermost names it: by the ids of its two members. */
  name: string;
  lastPostAt: EpochMs;
}

/** What Mattermost keeps of the bot's direct channels. */
export interface DirectChannels {
  all(): Promise<readonly DirectChannel[]>;
  /** Also those that were written before and changed or answered since; none that was deleted. */
  postsSince(id: ChannelId, since: EpochMs): Promise<readonly PostToBot[]>;
}

/**
 * Hears, oldest first, what was written while nobody listened.
 *
 * @throws what `channels` and `hear` throw
 */
export async function catchUp(
  channels: DirectChannels,
  since: EpochMs,
  hear: (post: PostToBot) => Promise<void>,
): Promise<void> {
  const lately = (await channels.all()).filter(({ lastPostAt }) => lastPostAt > since);
  const posts: PostToBot[] = [];
  for (const { id, name } of lately) {
    const written = await channels.postsSince(id, since);
    posts.push(...written.filter(({ userId }) => isMember(name, userId)));
  }
  const missed = posts.filter(({ writtenAt }) => writtenAt > since);
  for (const post of missed.sort((a, b) => a.writtenAt - b.writtenAt)) await hear(post);
}
