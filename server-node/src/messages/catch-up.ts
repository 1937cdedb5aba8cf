import type { ChannelId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { PostToBot } from './direct-message.ts';
import type { HeardIn } from './hear-post.ts';
import type { Reaction } from './reaction.ts';

/** A channel that the bot is in. */
export interface BotChannel extends HeardIn {
  id: ChannelId;
  lastPostAt: EpochMs;
}

export interface MissedPost extends PostToBot {
  /** That are on it now, also those of long ago. */
  reactions: readonly Reaction[];
}

/** What Mattermost keeps of the channels that the bot is in. */
export interface BotChannels {
  all(): Promise<readonly BotChannel[]>;
  /** Also those that were written before and changed, answered or reacted to since; none that was deleted. */
  postsSince(id: ChannelId, since: EpochMs): Promise<readonly MissedPost[]>;
}

export interface HearMissed {
  post(post: PostToBot, where: HeardIn): Promise<void>;
  reaction(reaction: Reaction): Promise<void>;
}

/**
 * Hears, oldest first, what was written while nobody listened, then the reactions that were put on it and are there still.
 *
 * @throws after all others were looked at, what one of the channels failed of; what `hear` throws
 */
export async function catchUp(channels: BotChannels, since: EpochMs, hear: HearMissed): Promise<void> {
  const lately = (await channels.all()).filter(({ lastPostAt }) => lastPostAt > since);
  const missed: { post: MissedPost; where: HeardIn }[] = [];
  const failures: unknown[] = [];
  for (const { id, ...where } of lately) {
    await channels.postsSince(id, since).then(
      (posts) => missed.push(...posts.map((post) => ({ post, where }))),
      (error: unknown) => failures.push(error),
    );
  }
  const ours = missed.filter(({ post }) => post.writtenAt > since);
  for (const { post, where } of ours.sort((a, b) => a.post.writtenAt - b.post.writtenAt))
    await hear.post(post, where);
  const reactions = missed.flatMap(({ post }) => post.reactions).filter(({ at }) => at > since);
  for (const reaction of reactions.sort((a, b) => a.at - b.at)) await hear.reaction(reaction);
  if (failures.length > 0) throw failures[0];
}
