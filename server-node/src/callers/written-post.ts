import type { ChannelId, PostId, UserId } from '../shared/ids.ts';

/** A message as Mattermost itself has it, whatever somebody else says of it. */
export interface WrittenPost {
  channelId: ChannelId;
  userId: UserId;
  text: string;
  /** The team of its channel; empty where that belongs to none. */
  teamId: string;
  /** Its channel is archived: nobody can write there any more. */
  isArchived: boolean;
  /** Posted by an incoming webhook in the name of whoever made that, and not by the person. */
  isOfHook: boolean;
}

/**
 * @returns undefined when there is no such message, it was deleted, or the bot may not read it
 * @throws {AppError} mattermost_unavailable
 */
export type FindPost = (postId: PostId) => Promise<WrittenPost | undefined>;
