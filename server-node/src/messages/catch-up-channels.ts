import type { FindPost } from '../callers/written-post.ts';
import { AppError } from '../shared/app-error.ts';
import type { ChannelId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { firesWebhook } from './cut-trigger-word.ts';
import type { PostToBot } from './direct-message.ts';
import type { AnswerChannelMessage } from './make-answer-channel-message.ts';

/** What Mattermost keeps of the public channels that have webhooks. */
export interface PublicChannels {
  /**
   * @param place the id of a channel, or of a team: then all of its public channels
   * @returns those that were written in after `since`; none for what is no such place or the bot may not see
   */
  writtenIn(place: string, since: EpochMs): Promise<readonly ChannelId[]>;
  /** Also those that were written before and changed or answered since; none that was deleted. */
  postsSince(id: ChannelId, since: EpochMs): Promise<readonly PostToBot[]>;
}

export interface CatchUpChannelsDeps {
  channels: PublicChannels;
  findPost: FindPost;
  answer: AnswerChannelMessage;
  triggerWords: readonly string[];
}

/**
 * Carries out, oldest first, what was written in the channels of webhooks while nobody listened: Mattermost tells of a
 * message once. What was done is known by its key, so that looking back does nothing twice.
 *
 * @throws after all others were looked at, what one of them failed of
 */
export async function catchUpChannels(
  deps: CatchUpChannelsDeps,
  { places, since }: { places: ReadonlySet<string>; since: EpochMs },
): Promise<void> {
  const missed: PostToBot[] = [];
  const failures: unknown[] = [];
  for (const place of places) {
    await writtenTo(deps, place, since).then(
      (posts) => missed.push(...posts),
      (error: unknown) => failures.push(error),
    );
  }
  for (const post of missed.sort((a, b) => a.writtenAt - b.writtenAt)) {
    await carryOut(deps, post).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}

async function writtenTo(deps: CatchUpChannelsDeps, place: string, since: EpochMs): Promise<PostToBot[]> {
  const { channels, triggerWords } = deps;
  const posts: PostToBot[] = [];
  for (const id of await channels.writtenIn(place, since))
    posts.push(...(await channels.postsSince(id, since)));
  return posts.filter(
    ({ writtenAt, type, text }) => writtenAt > since && type === '' && firesWebhook(text, triggerWords),
  );
}

async function carryOut({ findPost, answer }: CatchUpChannelsDeps, { postId }: PostToBot) {
  try {
    const post = await findPost(postId);
    if (post !== undefined) await answer(post);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'forbidden') throw error;
  }
}
