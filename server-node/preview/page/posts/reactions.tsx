import React from 'react';
import { useSelector } from 'react-redux';
import type { PageState } from '../store/state.ts';

/**
 * Which reactions a post has, and how often; here nobody can add one. That of the bot is an icon, as not every machine
 * has a font of emoji; others are shown by their names.
 */
export function Reactions({ postId }: { postId: string }) {
  const reactions = useSelector((state: PageState) => state.entities.posts.reactions[postId]);
  const counts = new Map<string, number>();
  for (const { emoji_name: name } of Object.values(reactions ?? {}))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  if (counts.size === 0) return null;
  return (
    <div className="post-reactions">
      {[...counts].map(([name, count]) => (
        <span key={name} className="Reaction" title={`:${name}:`}>
          {name === 'white_check_mark' ? <i className="icon icon-check-circle" /> : `:${name}:`} {count}
        </span>
      ))}
    </div>
  );
}
