import type { Post } from '@mattermost/types/posts';

/** Longer than this a message does not make a better to-do; the link back has the rest. */
const MOST = 4_000;

/** The to-do's text: the message's own, or the name of its first file. Empty for a post without either. */
export function textOfPost(post: Post): string {
  const text = post.message.trim() || (post.metadata?.files?.[0]?.name ?? '');
  const letters = [...text];
  return letters.length <= MOST ? text : `${letters.slice(0, MOST - 1).join('')}…`;
}

/** System messages ("bob joined") and deleted ones are nothing to do. */
export function canBeTodo(post: Post | undefined): boolean {
  return (
    post !== undefined &&
    post.state !== 'DELETED' &&
    post.type.startsWith('system_') === false &&
    textOfPost(post) !== ''
  );
}
