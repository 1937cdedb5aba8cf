import type { ChannelId, PostId, UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';
import type { Choices } from './choices.ts';

export type ReplyId = string & { readonly __brand: 'ReplyId' };

/** Where an answer goes. The thread's root is looked up when the reply is sent, not when it is written. */
export type ReplyTarget =
  | { kind: 'thread'; channelId: ChannelId; triggerPostId: PostId }
  | { kind: 'direct'; userId: UserId }
  | { kind: 'response_url'; url: string }
  /** `isSilent`: nobody is told of it and nothing becomes unread, where Mattermost can do that (11.10). */
  | { kind: 'channel'; channelId: ChannelId; isSilent?: true }
  | EditTarget
  | ReactionTarget;

/** A post that the bot made before: its text becomes the reply's, and its properties stay. */
export interface EditTarget {
  kind: 'edit';
  postId: PostId;
}

/**
 * A reaction of the bot's on a message, in the place of a reply in its thread that says the same. A process one version
 * before knows no reactions: it takes this for a `thread` and posts the text there.
 */
export interface ReactionTarget {
  kind: 'reaction';
  channelId: ChannelId;
  triggerPostId: PostId;
  /** As Mattermost names it, without colons. */
  emoji: string;
  /** It is to be there no more. A version that does not know this puts it there once more, which changes nothing. */
  isTakenAway?: true;
}

/** Where a new post is made. */
export type PostTarget = Extract<ReplyTarget, { kind: 'thread' | 'direct' | 'channel' }>;

export interface ReplyDraft {
  /** Known beforehand, so that the post that comes of it is found again; left out: made up. */
  id?: ReplyId | undefined;
  target: ReplyTarget;
  /** Markdown as the program gave it; user text in it is made harmless before it is posted. */
  text: string;
  /** Left out: nothing can be pressed, and a post that is edited keeps what it has. */
  choices?: Choices | undefined;
}

/** A draft kept in the outbox until Mattermost has it. */
export interface Reply extends ReplyDraft {
  readonly id: ReplyId;
  /** Replies with the same key go out one after another, in the order of their writing. */
  readonly orderKey: string;
  readonly createdAt: EpochMs;
  /** How often it was taken before: 0 the first time, more after a failure or a crash. */
  readonly attempts: number;
}
