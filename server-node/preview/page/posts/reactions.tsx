import React from 'react';
import { useSelector } from 'react-redux';
import type { PageState } from '../store/state.ts';

/** Other emoji are shown by their names. */
const EMOJI: Readonly<Record<string, string>> = { white_check_mark: '✅' };

/** Which reactions a post has, and how often; here nobody can add one. */
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
          {EMOJI[name] ?? `:${name}:`} {count}
        </span>
      ))}
    </div>
  );
}
