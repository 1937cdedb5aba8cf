import { hasMarkOfProgram } from '../callers/written-post.ts';
import type { ChannelId, PostId, UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';

/** A post of a direct channel with the bot, by whomever. */
export interface PostToBot {
  postId: PostId;
  channelId: ChannelId;
  userId: UserId;
  /** Empty outside of threads. */
  rootId: string;
  text: string;
  /** Empty for what people write. */
  type: string;
  props: Readonly<Record<string, unknown>>;
  writtenAt: EpochMs;
  /** When its words were last changed; 0: never. */
  editedAt: EpochMs;
}

/** What a person wrote to the bot, in the direct channel of the two. */
export interface DirectMessage {
  postId: PostId;
  channelId: ChannelId;
  userId: UserId;
  text: string;
  /** Written in a thread, where the answer belongs, too. */
  isInThread: boolean;
}

/** Resolves when the answer is in the outbox. Never fails, and answers a message once however often it is told of. */
export type AnswerMessage = (message: DirectMessage) => Promise<void>;

/** Administrators can write in the direct channels of others; what they write there is not for the bot. */
export const isMember = (channelName: string, userId: string): boolean =>
  channelName.split('__').includes(userId);

/**
 * Posts of programs are not answered: that could be a conversation without end.
 *
 * @returns undefined for what nobody wrote to the bot: its own posts, Mattermost's, and those of programs
 */
export function directMessage(post: PostToBot, botId: UserId): DirectMessage | undefined {
  const { postId, channelId, userId, text, rootId, type, props } = post;
  if (userId === botId || type !== '' || hasMarkOfProgram(props)) return undefined;
  return { postId, channelId, userId, text, isInThread: rootId !== '' };
}
