import type { FindPost } from '../callers/written-post.ts';
import { messageAsTodo, type TextAndNotes } from '../contract/text-and-notes.ts';
import { MAX_NOTES_LENGTH, MAX_TEXT_LENGTH } from '../todos/todo.ts';
import type { Mention } from './mention.ts';

/** The first message of the thread, in the words of the three languages. */
const THIS = /^(?:add\s+)?(?:this|这个?|這個?|これ|この件)\s*[.。!！]?$/iu;

/** Whether a line asks for a to-do of the message that it is written below. */
export const meansThread = (line: string): boolean => THIS.test(line.normalize('NFKC').trim());

/**
 * What a to-do says that is made from the first message of the thread of a mention.
 *
 * @returns undefined outside of threads, and where that message is gone or has no words
 * @throws {AppError} mattermost_unavailable
 */
export async function rootAsTodo(
  findPost: FindPost,
  { rootId, channelId }: Mention,
): Promise<TextAndNotes | undefined> {
  const root = rootId === '' ? undefined : await findPost(rootId);
  if (root === undefined || root.channelId !== channelId || root.text.trim() === '') return undefined;
  return messageAsTodo(root.text, { textLength: MAX_TEXT_LENGTH, notesLength: MAX_NOTES_LENGTH });
}
