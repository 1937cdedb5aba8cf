import type { ChannelId, UserId } from '../shared/ids.ts';
import type { LivingPost, LivingPostKey } from './living-post.ts';

export interface LivingPostReader {
  find(key: LivingPostKey): Promise<LivingPost | undefined>;
}

/** Within a transaction. */
export interface LivingPostWriter {
  /** Keeps other writers of the post out until the end of the transaction. */
  lock(key: LivingPostKey): Promise<LivingPost | undefined>;
  /** Takes the place of the one with its key. */
  put(post: LivingPost): Promise<void>;
  forget(key: LivingPostKey): Promise<void>;
}

/** Whether a person may post in a channel at this moment; `unseen`: the bot cannot look there, so it cannot post either. */
export type PostingRight = 'may' | 'may_not' | 'archived' | 'unseen';

/** @throws {AppError} mattermost_unavailable */
export type PostingRightOf = (userId: UserId, channelId: ChannelId) => Promise<PostingRight>;
