import { z } from 'zod';
import type { Reaction } from '../../../messages/reaction.ts';
import { isMattermostId, type PostId, type UserId } from '../../../shared/ids.ts';

const schema = z.object({
  user_id: z.string().refine(isMattermostId),
  post_id: z.string().refine(isMattermostId),
  emoji_name: z.string().min(1).max(64),
  /** Of one that was taken away, when that was; the moment at which it was put there is 0 then. */
  update_at: z.number(),
});

/** @returns undefined for what is no reaction */
export function readReaction(value: unknown): Reaction | undefined {
  const reaction = schema.safeParse(value).data;
  if (reaction === undefined) return undefined;
  return {
    userId: reaction.user_id as UserId,
    postId: reaction.post_id as PostId,
    emoji: reaction.emoji_name,
    at: reaction.update_at,
  };
}

const reactedTo = z.object({ metadata: z.object({ reactions: z.array(z.unknown()) }) });

/** What Mattermost says in a list of posts of the reactions on one of them. */
export const reactionsOn = (post: unknown): Reaction[] =>
  (reactedTo.safeParse(post).data?.metadata.reactions ?? []).flatMap((value) => readReaction(value) ?? []);
