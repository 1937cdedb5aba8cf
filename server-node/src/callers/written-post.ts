import type { ChannelId, PostId, UserId } from '../shared/ids.ts';
import type { EpochMs } from '../shared/time.ts';

/** A message as Mattermost itself has it, whatever somebody else says of it. */
export interface WrittenPost {
  postId: PostId;
  channelId: ChannelId;
  userId: UserId;
  text: string;
  writtenAt: EpochMs;
  /** Its channel's; empty where that belongs to no team. */
  teamId: string;
  /** Its channel is a public one. */
  isPublic: boolean;
  /** Its channel is archived: nobody can write there any more. */
  isArchived: boolean;
  /** Its words were changed after it was written, and nobody can say by whom: some roles may edit others' messages. */
  isEdited: boolean;
  /** Told by Mattermost itself, such as that somebody has joined. */
  isOfMattermost: boolean;
  /** Written by a bot, or by a program in the name of a person, and not by the person. */
  isOfProgram: boolean;
}

/** Marks that Mattermost puts on posts of programs; a bot can take the first one off again. */
const PROGRAMS = ['from_bot', 'from_webhook', 'from_plugin'];

export const hasMarkOfProgram = (props: Readonly<Record<string, unknown>>): boolean =>
  PROGRAMS.some((name) => props[name] === 'true');

/**
 * @returns undefined when there is no such message, it was deleted, or the bot may not read it
 * @throws {AppError} mattermost_unavailable
 */
export type FindPost = (postId: PostId) => Promise<WrittenPost | undefined>;
