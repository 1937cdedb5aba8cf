import type { FindPost } from '../callers/written-post.ts';
import { AppError } from '../shared/app-error.ts';
import type { ChannelId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import type { EpochMs } from '../shared/time.ts';
import { lookBackTo } from './catch-up.ts';
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
  logger: Logger;
}

/**
 * Carries out, oldest first, what was written in the channels of webhooks while nobody listened: Mattermost tells of a
 * message once. What was done is known by its key, so that looking back does nothing twice.
 */
export async function catchUpChannels(
  deps: CatchUpChannelsDeps,
  { places, now, notBefore }: { places: ReadonlySet<string>; now: EpochMs; notBefore: EpochMs },
): Promise<void> {
  const since = lookBackTo({ now, notBefore });
  const missed: PostToBot[] = [];
  for (const place of places) {
    try {
      missed.push(...(await writtenTo(deps, place, since)));
    } catch (error) {
      deps.logger.warn({ err: error, place }, 'What was written in a channel meanwhile could not be read.');
    }
  }
  for (const post of missed.sort((a, b) => a.writtenAt - b.writtenAt)) await carryOut(deps, post);
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

async function carryOut({ findPost, answer, logger }: CatchUpChannelsDeps, { postId }: PostToBot) {
  try {
    const post = await findPost(postId);
    if (post !== undefined) await answer(post);
  } catch (error) {
    if (error instanceof AppError && error.code === 'forbidden') return;
    logger.warn({ err: error, postId }, 'A message of a channel was not carried out.');
  }
}
