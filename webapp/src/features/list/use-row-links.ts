import { useState, type MouseEvent } from 'react';
import { useApp } from '../../app/app-context.tsx';
import type { PostPlace } from '../../host/find-post.ts';
import { followPermalink } from '../../host/permalink.ts';
import { postIdOf, sitePathOf } from '../../host/site-path.ts';

/**
 * Links of a row to pages of Mattermost: followed without loading the page anew, and not at all to a message that
 * cannot be shown, since the client would then show "Message not found" in place of everything.
 */
export function useRowLinks() {
  const app = useApp();
  const [trouble, setTrouble] = useState<Exclude<PostPlace, 'there'> | null>(null);

  async function follow(path: string): Promise<void> {
    const postId = postIdOf(path);
    const place = postId === null ? 'there' : await app.findPost(postId);
    setTrouble(place === 'there' ? null : place);
    if (place === 'there') followPermalink(path);
  }

  function onClick(event: MouseEvent<HTMLElement>): void {
    const link = (event.target as Element).closest('a');
    const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    const path = link === null || !isPlain || event.defaultPrevented ? null : sitePathOf(link.href);
    if (path === null) return;
    event.preventDefault();
    void follow(path);
  }

  return { trouble, forget: () => setTrouble(null), onClick };
}
