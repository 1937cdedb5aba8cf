import type { PostId, UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';

/** What somebody put on a message, or took off again. */
export interface Reaction {
  userId: UserId;
  postId: PostId;
  /** As Mattermost names it, without colons. */
  emoji: string;
  /** When it was put there or taken off. */
  at: EpochMs;
}

/** Resolves when what it led to is stored. Never fails, and does a thing once however often it is told of. */
export type HearReaction = (reaction: Reaction) => Promise<void>;
