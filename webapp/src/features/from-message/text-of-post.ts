import type { Post } from '@mattermost/types/posts';
import type { MeView } from '@todo-node/server/contract/api';
import { messageAsTodo, type TextAndNotes } from '@todo-node/server/contract/text-and-notes';

/** The message's first line or sentence and the rest as notes, or the name of its first file. The link back has what does not fit. */
export const textOfPost = (post: Post, most: MeView['limits']): TextAndNotes =>
  messageAsTodo(wordsOf(post), most);

/** Empty for a post without words and without files. */
export const wordsOf = (post: Post): string => post.message.trim() || (post.metadata?.files?.[0]?.name ?? '');

/** System messages ("bob joined") and deleted ones are nothing to do. */
export function canBeTodo(post: Post | undefined): boolean {
  return (
    post !== undefined &&
    post.state !== 'DELETED' &&
    post.type.startsWith('system_') === false &&
    wordsOf(post) !== ''
  );
}
