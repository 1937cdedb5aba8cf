import type { WrittenPost } from '../callers/written-post.ts';
import { DAY_MS, type EpochMs } from '../shared/time.ts';
import { cutTriggerWord } from './cut-trigger-word.ts';

/**
 * What is older is carried out no more: what was done is remembered for a week only (jobs/prune.ts), and a delivery that
 * somebody repeats after that would do it again. Clocks may differ, and be set, by a day.
 */
export const OLDEST_MESSAGE_MS = 2 * DAY_MS;

/** @returns why a message of a channel is not for the bot; undefined when it is */
export function refusalOf(
  post: WrittenPost,
  { triggerWords, now }: { triggerWords: readonly string[]; now: EpochMs },
): string | undefined {
  if (!post.isPublic) return 'its channel is not public, and Mattermost has webhooks in public ones only';
  if (post.isArchived) return 'its channel is archived';
  if (post.isOfProgram) return 'it was written by a bot, or by a program in the name of a person';
  if (post.isEdited) return 'it was edited, so nobody can say whose words they are';
  if (now - post.writtenAt > OLDEST_MESSAGE_MS) return 'it was written more than two days ago';
  if (cutTriggerWord(post.text, triggerWords) === undefined)
    return `it begins with none of the trigger words of the settings (${triggerWords.join(', ')})`;
  return undefined;
}
