import { hasMarkOfProgram } from '../callers/written-post.ts';
import type { ChannelId, PostId, UserId } from '../shared/ids.ts';
import { MINUTE_MS, type EpochMs } from '../shared/time.ts';
import type { PostToBot } from './direct-message.ts';

/** A message of a person whose words were changed soon after it was written. Most of them were never for the bot. */
export interface EditedLine {
  postId: PostId;
  channelId: ChannelId;
  userId: UserId;
  /** As it is now. */
  text: string;
  editedAt: EpochMs;
}

/** Resolves when what the new words change is stored. Never fails, and happens once however often it is told of. */
export type CorrectLine = (line: EditedLine) => Promise<void>;

/** Later edits are about something else, and may be another's: Mattermost does not say who made them. */
const SOON_MS = MINUTE_MS;

export const wasEditedLate = ({ writtenAt, editedAt }: Pick<PostToBot, 'writtenAt' | 'editedAt'>): boolean =>
  editedAt > writtenAt + SOON_MS;

/** @returns undefined for what was not edited, or late, and for what no person wrote */
export function editedLine(post: PostToBot, botId: UserId): EditedLine | undefined {
  const { postId, channelId, userId, text, type, props, writtenAt, editedAt } = post;
  if (userId === botId || type !== '' || hasMarkOfProgram(props)) return undefined;
  if (editedAt <= writtenAt || wasEditedLate(post)) return undefined;
  return { postId, channelId, userId, text, editedAt };
}
