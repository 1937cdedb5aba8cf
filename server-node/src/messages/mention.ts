import { hasMarkOfProgram } from '../callers/written-post.ts';
import type { ChannelId, PostId, UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import { cutTriggerWord, firesWebhook } from './cut-trigger-word.ts';
import type { PostToBot } from './direct-message.ts';

/** What a person wrote to the bot in a channel that both are in. */
export interface Mention {
  postId: PostId;
  channelId: ChannelId;
  userId: UserId;
  /** The first message of the thread that it was written in; empty outside of threads. */
  rootId: PostId | '';
  /** With the name of the bot in front. */
  text: string;
  writtenAt: EpochMs;
}

/** Resolves when the answer is in the outbox. Never fails, and answers a mention once however often it is told of. */
export type AnswerMention = (mention: Mention) => Promise<void>;

/** What follows the name of the bot in front of a message; undefined where it stands elsewhere, or not at all. */
export const cutMention = (text: string, botName: string): string | undefined =>
  cutTriggerWord(text, [`@${botName}`]);

/** Where the name of the bot is a trigger word, a webhook tells of the same message, under its own key. */
export const keyOfMention = (
  { postId, text }: Pick<Mention, 'postId' | 'text'>,
  triggerWords: readonly string[],
): string => `${firesWebhook(text, triggerWords) ? 'webhook' : 'mention'}:${postId}`;

/**
 * @param post of a channel that the bot is in, and that is not the direct channel of the two
 * @returns undefined for what is not for the bot, and for what no person wrote
 */
export function mentionIn(
  { postId, channelId, userId, rootId, text, type, props, writtenAt }: PostToBot,
  bot: { userId: UserId; username: string },
): Mention | undefined {
  if (userId === bot.userId || type !== '' || hasMarkOfProgram(props)) return undefined;
  if (cutMention(text, bot.username) === undefined) return undefined;
  return { postId, channelId, userId, rootId: rootId as PostId | '', text, writtenAt };
}
